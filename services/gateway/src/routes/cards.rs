//! Start cards: a code, its address and its QR picture, shown once.

use axum::extract::FromRequestParts;
use http::{header, request::Parts, uri::Authority};
use prost_reflect::{DynamicMessage, Kind as FieldKind, MessageDescriptor, ReflectMessage, Value};
use qrcode::{QrCode, render::svg};

use crate::{
    App,
    problem::{Kind, Problem},
};

/// Side of the picture, in units of its own; a page scales it.
const PICTURE_SIDE: u32 = 240;

/// Scheme and host that people use to reach the gateway.
pub(crate) struct Origin(String);

impl FromRequestParts<App> for Origin {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(origin) = &app.config.origin {
            return Ok(Self(origin.trim_end_matches('/').to_owned()));
        }
        let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let host = host.or(parts.uri.authority().map(Authority::as_str));
        // A name before the host would make another address of it.
        let host = host.filter(|host| !host.contains('@')).unwrap_or_default();
        let host: Authority = host.parse().map_err(|_| Kind::Malformed)?;
        let scheme = if app.config.behind_proxy { "https" } else { "http" };
        Ok(Self(format!("{scheme}://{host}")))
    }
}

/// The message of the contract that is a card.
const CARD: &str = "stc.v1.StartCard";

/// Whether an answer shows a card: then it has to be known at which address people find the platform.
pub(crate) fn is_shown(answer: &MessageDescriptor) -> bool {
    answer.full_name() == CARD
        || answer.fields().any(|field| match field.kind() {
            FieldKind::Message(inner) => is_shown(&inner),
            _ => false,
        })
}

/// Writes address and picture into every card of an answer, however deep it stands.
///
/// # Errors
///
/// The picture cannot be drawn, or nobody knows at which address people find the platform.
pub(crate) fn draw(
    answer: &mut DynamicMessage,
    origin: &Result<Origin, Problem>,
) -> Result<(), Problem> {
    if answer.descriptor().full_name() == CARD {
        let Origin(origin) = origin.as_ref().map_err(Clone::clone)?;
        let code = answer.get_field_by_name("code");
        let code = code.as_ref().and_then(|code| code.as_str()).ok_or(Kind::Internal)?;
        let url = format!("{origin}/#card={code}");
        let picture = picture(&url)?;
        answer.set_field_by_name("url", Value::String(url));
        answer.set_field_by_name("qr_svg", Value::String(picture));
        return Ok(());
    }
    answer.fields_mut().try_for_each(|(_, value)| match value {
        Value::Message(inner) => draw(inner, origin),
        _ => Ok(()),
    })
}

fn picture(url: &str) -> Result<String, Problem> {
    let picture = QrCode::new(url).map_err(|_| Kind::Internal)?;
    let picture = picture
        .render::<svg::Color<'_>>()
        .min_dimensions(PICTURE_SIDE, PICTURE_SIDE)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    // The element alone, without the declaration that only a file of its own may have.
    let start = picture.find("<svg").ok_or(Kind::Internal)?;
    Ok(picture[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use proto::shared::{NewCard, StartCard};

    use super::*;
    use crate::transcoding::POOL;

    fn drawn(origin: &Result<Origin, Problem>) -> Result<StartCard, Problem> {
        let card = StartCard { code: "K7M2-9QXD-4TRW".to_owned(), ..StartCard::default() };
        let card = NewCard { card: Some(card), ..NewCard::default() };
        let mut message = DynamicMessage::new(POOL.get_message_by_name("stc.v1.NewCard").unwrap());
        message.transcode_from(&card).unwrap();
        draw(&mut message, origin)?;
        Ok(message.transcode_to::<NewCard>().unwrap().card.unwrap())
    }

    #[test]
    fn a_card_holds_its_code_where_no_server_sees_it() {
        let card = drawn(&Ok(Origin("https://start.example.org".to_owned()))).unwrap();
        assert_eq!(card.url, "https://start.example.org/#card=K7M2-9QXD-4TRW");
        assert!(card.qr_svg.starts_with("<svg") && card.qr_svg.ends_with("</svg>"));
        assert!(!card.qr_svg.contains("style"));
    }

    #[test]
    fn a_card_that_leads_nowhere_is_not_drawn() {
        assert_eq!(drawn(&Err(Kind::Malformed.into())).unwrap_err().kind, Kind::Malformed);
    }
}
