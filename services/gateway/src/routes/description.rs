//! The description of the API: what the handlers say about themselves, and what holds for all.

use utoipa::openapi::{
    ComponentsBuilder, HeaderBuilder, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi,
    OpenApiBuilder, RefOr, Required, SecurityRequirement, ServerBuilder,
    path::{Operation, ParameterBuilder, ParameterIn},
    schema::Type,
    security::{ApiKey, ApiKeyValue, SecurityScheme},
};
use utoipa::{PartialSchema, ToSchema};

use super::{api, open};
use crate::{
    BASE, answer, caller::header, codes::PersonReason, input::Nothing, session::COOKIE, transcoding,
};

/// The security scheme's name.
const SCHEME: &str = "session";
const ABOUT: &str = "Coaching of young people with a disability, after the paper Start To Can. \
     Errors are problems (RFC 9457) in the form of the Belgif guide. Every command carries \
     X-CSRF-Token and an Idempotency-Key, and answers Stc-Position; a query that sends the \
     greatest position seen as Stc-At-Least reads its own writes, and one that sends X-CSRF-Token \
     is answered for that session only.";

/// The description of the API, OpenAPI 3.1. Paths are relative to [`BASE`].
pub fn openapi() -> OpenApi {
    let mut described = api().merge(open()).into_openapi();
    transcoding::describe(&mut described);
    for item in described.paths.paths.values_mut() {
        item.get.iter_mut().for_each(describe_query);
        let commands = [&mut item.post, &mut item.put, &mut item.delete];
        commands.into_iter().flatten().for_each(describe_command);
    }
    let licence = LicenseBuilder::new()
        .name(env!("CARGO_PKG_LICENSE"))
        .identifier(Some(env!("CARGO_PKG_LICENSE")))
        .build();
    let info = InfoBuilder::new()
        .title("Start To Can")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .license(Some(licence))
        .build();
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(COOKIE)));
    let components = ComponentsBuilder::from(described.components.unwrap_or_default())
        .schemas_from_iter(answer::problem_schemas())
        .schema(PersonReason::name(), PersonReason::schema())
        .schema(Nothing::name(), Nothing::schema())
        .security_scheme(SCHEME, cookie)
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url(BASE).build()]))
        .paths(described.paths)
        .components(Some(components))
        .security(Some([SecurityRequirement::new(SCHEME, Vec::<String>::new())]))
        .build()
}

fn number() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0))
}

/// Queries of who is signed in can wait for what the client knows to have happened.
fn describe_query(operation: &mut Operation) {
    let open = Some(vec![SecurityRequirement::default()]);
    if operation.security != open {
        let at_least = ParameterBuilder::new()
            .name(header::AT_LEAST)
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some("Answer from this log position on."))
            .schema(Some(number()));
        let token = ParameterBuilder::new()
            .name(header::CSRF)
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some("Refuse when another session than this token's is open by now."))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)));
        let parameters = operation.parameters.get_or_insert_default();
        parameters.extend([at_least.build(), token.build()].map(RefOr::T));
    }
}

/// Commands say from which position on their effect can be read.
fn describe_command(operation: &mut Operation) {
    let done = operation.responses.responses.iter_mut();
    for (_, response) in done.filter(|(status, _)| status.starts_with('2')) {
        if let RefOr::T(response) = response {
            let position = HeaderBuilder::new()
                .description(Some("The log position from which on this can be read."))
                .schema(Some(number()));
            response.headers.insert("Stc-Position".to_owned(), position.build().into());
        }
    }
}
