//! Start cards: a code, its address and its QR picture, shown once.

use axum::extract::FromRequestParts;
use http::{header, request::Parts, uri::Authority};
use qrcode::{QrCode, render::svg};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    App,
    problem::{Kind, Problem},
};

/// Side of the picture, in units of its own; a page scales it.
const PICTURE_SIDE: u32 = 240;

/// A start card. It is shown once: nothing that is kept opens anything.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Card {
    /// Such as `K7M2-9QXD-4TRW`.
    code: String,
    /// Signs in whoever opens it. The code stands in the fragment, which no browser sends.
    url: String,
    /// The address as a QR picture: one `<svg>` element.
    qr_svg: String,
}

/// Something new and the start card that opens it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewCard {
    pub(crate) id: String,
    pub(crate) card: Card,
}

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

impl Card {
    /// The card with this code.
    pub(crate) fn new(code: String, Origin(origin): &Origin) -> Result<Self, Problem> {
        let url = format!("{origin}/#card={code}");
        let picture = QrCode::new(&url).map_err(|_| Kind::Internal)?;
        let picture = picture
            .render::<svg::Color<'_>>()
            .min_dimensions(PICTURE_SIDE, PICTURE_SIDE)
            .dark_color(svg::Color("#000"))
            .light_color(svg::Color("#fff"))
            .build();
        // The element alone, without the declaration that only a file of its own may have.
        let start = picture.find("<svg").ok_or(Kind::Internal)?;
        Ok(Self { code, url, qr_svg: picture[start..].to_owned() })
    }

    /// The card that a service answered.
    pub(crate) fn of(
        card: Option<proto::identity::StartCard>,
        origin: &Origin,
    ) -> Result<Self, Problem> {
        Self::new(card.ok_or(Kind::Internal)?.code, origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_holds_its_code_where_no_server_sees_it() {
        let origin = Origin("https://start.example.org".to_owned());
        let card = Card::new("K7M2-9QXD-4TRW".to_owned(), &origin).unwrap();
        assert_eq!(card.url, "https://start.example.org/#card=K7M2-9QXD-4TRW");
        assert!(card.qr_svg.starts_with("<svg") && card.qr_svg.ends_with("</svg>"));
        assert!(!card.qr_svg.contains("style"));
    }
}
