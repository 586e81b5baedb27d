//! The operations of the contract in OpenAPI.

use std::{collections::BTreeMap, sync::LazyLock};

use contract::{Bounds, CodeList, Format, Operation, Rules, Verb, codes};
use prost_reflect::{FieldDescriptor, Kind, MessageDescriptor};
use utoipa::openapi::{
    AllOfBuilder, Components, ContentBuilder, ObjectBuilder, OneOfBuilder, OpenApi, PathItem, Ref,
    RefOr, Required, ResponseBuilder, Schema,
    extensions::ExtensionsBuilder,
    path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn},
    request_body::RequestBodyBuilder,
    schema::{ArrayBuilder, KnownFormat, SchemaFormat, SchemaType, Type},
};
use utoipa::{IntoParams, IntoResponses};

use super::{
    OPERATIONS, POOL,
    json::{fields_of, is_optional},
    routes::in_body,
};
use crate::{
    answer::{CommandProblems, QueryProblems},
    routes::CommandHeaders,
};

/// The lists of codes: to put them together takes a look at the whole of their file for each.
static LISTS: LazyLock<Vec<CodeList>> = LazyLock::new(|| codes(&POOL));

/// Adds every operation, and the schemas of what it takes and answers.
pub(crate) fn describe(api: &mut OpenApi) {
    let Described { paths, schemas } = described();
    for (path, item) in paths {
        api.paths.paths.entry(path).or_default().merge_operations(item);
    }
    let components = api.components.get_or_insert_with(Components::new);
    components.schemas.extend(schemas);
}

/// What the contract says of REST.
pub(super) struct Described {
    /// The operations that stand there as they are, by their path.
    paths: Vec<(String, PathItem)>,
    /// Every schema by its name.
    pub(super) schemas: BTreeMap<String, RefOr<Schema>>,
}

pub(super) fn described() -> Described {
    let mut schemas = Schemas::default();
    let mut paths = Vec::new();
    for operation in OPERATIONS.iter() {
        if operation.composed {
            schemas.of_input(operation, &in_body(operation));
        } else {
            paths.push((operation.path.clone(), path_item(operation, &mut schemas)));
        }
    }
    Described { paths, schemas: schemas.done }
}

fn path_item(operation: &Operation, schemas: &mut Schemas) -> PathItem {
    let method = match operation.verb {
        Verb::Get => HttpMethod::Get,
        Verb::Post => HttpMethod::Post,
        Verb::Put => HttpMethod::Put,
        Verb::Delete => HttpMethod::Delete,
    };
    let mut described = OperationBuilder::new()
        .operation_id(Some(operation.id.clone()))
        .summary(Some(operation.about.clone()));
    if !operation.refusals.is_empty() {
        let reasons = operation.refusals.clone();
        let reasons = ExtensionsBuilder::new().add("x-reasons", reasons).build();
        described = described.extensions(Some(reasons));
    }
    for field in operation.method.input().fields().filter(|field| operation.in_path(field)) {
        described = described.parameter(parameter(&field, ParameterIn::Path, schemas));
    }
    let rest = in_body(operation);
    if operation.is_command() {
        for header in CommandHeaders::into_params(|| None) {
            described = described.parameter(header);
        }
        // What a DELETE is about stands in its address: content in one means nothing (RFC 9110, 9.3.5).
        if operation.verb != Verb::Delete {
            let schema = schemas.of_input(operation, &rest);
            let content = ContentBuilder::new().schema(Some(schema)).build();
            let body = RequestBodyBuilder::new()
                .content("application/json", content)
                .required(Some(Required::True));
            described = described.request_body(Some(body.build()));
        }
    } else {
        for field in rest {
            described = described.parameter(parameter(&field, ParameterIn::Query, schemas));
        }
    }
    PathItem::new(method, responses(operation, described, schemas))
}

fn responses(
    operation: &Operation,
    mut described: OperationBuilder,
    schemas: &mut Schemas,
) -> OperationBuilder {
    let answers = operation.answers();
    let (status, about) = match (&answers, operation.creates) {
        (None, _) => ("204", "Done."),
        (Some(_), true) => ("201", "Something new is there."),
        (Some(_), false) => ("200", "The answer."),
    };
    let mut done = ResponseBuilder::new().description(about);
    if let Some((message, _)) = answers {
        let schema = schemas.of_message(&message, false);
        done = done.content("application/json", ContentBuilder::new().schema(Some(schema)).build());
    }
    described = described.response(status, done);
    let problems = if operation.is_command() {
        CommandProblems::responses()
    } else {
        QueryProblems::responses()
    };
    let refused = (!operation.refusals.is_empty()).then(|| refused(operation));
    for (status, problem) in problems {
        let response = match (&refused, status.as_str(), problem) {
            (Some(refused), "409" | "422", RefOr::T(mut response)) => {
                for content in response.content.values_mut() {
                    *content = ContentBuilder::new().schema(Some(refused.clone())).build().into();
                }
                RefOr::T(response)
            }
            (_, _, problem) => problem,
        };
        described = described.response(status, response);
    }
    described
}

/// A problem with the reasons that this operation can give, beside those of all.
fn refused(operation: &Operation) -> RefOr<Schema> {
    let about = format!("Reasons of this operation alone: {}.", operation.refusals.join(", "));
    let problem = Ref::from_schema_name("Problem");
    Schema::AllOf(AllOfBuilder::new().item(problem).description(Some(about)).build()).into()
}

fn parameter(
    field: &FieldDescriptor,
    place: ParameterIn,
    schemas: &mut Schemas,
) -> ParameterBuilder {
    let required = if is_optional(field) { Required::False } else { Required::True };
    let about = about(field);
    ParameterBuilder::new()
        .name(field.json_name())
        .parameter_in(place)
        .required(required)
        .description((!about.is_empty()).then_some(about))
        .schema(Some(schemas.of_one(field, false, true)))
}

fn about(field: &FieldDescriptor) -> String {
    contract::comment(&field.parent_message().parent_file(), field.path())
}

/// How the schema of a message is named: what is listed or got, by its own name.
pub(super) fn name_of(message: &MessageDescriptor) -> String {
    let name = message.name();
    let answer = name.strip_suffix("Response").unwrap_or(name);
    let thing = answer.strip_prefix("List").or_else(|| answer.strip_prefix("Get"));
    thing.unwrap_or(answer).to_owned()
}

/// What a name of a schema stands for. What is asked and what is answered differ in what may be left out.
#[derive(Debug, PartialEq, Eq)]
enum Named {
    Asked(String),
    Answered(String),
    Codes,
}

/// Schemas that are named by others.
#[derive(Default)]
pub(super) struct Schemas {
    pub(super) done: BTreeMap<String, RefOr<Schema>>,
    /// What each name stands for.
    begun: BTreeMap<String, Named>,
}

impl Schemas {
    fn of_input(&mut self, operation: &Operation, fields: &[FieldDescriptor]) -> RefOr<Schema> {
        if fields.is_empty() {
            return Ref::from_schema_name("Nothing").into();
        }
        let message = operation.method.input();
        let name = message.name();
        let name = name.strip_suffix("Request").unwrap_or(name).to_owned();
        self.object(&name, &message, fields, true)
    }

    /// Whether a name is new. A name that would stand for two things is a mistake in the contract.
    fn begins(&mut self, name: &str, what: Named) -> bool {
        if let Some(known) = self.begun.get(name) {
            assert_eq!(*known, what, "a schema's name stands for two things: rename a message");
            return false;
        }
        self.begun.insert(name.to_owned(), what);
        true
    }

    /// An answer, or a part of one or of what is asked.
    pub(super) fn of_message(&mut self, message: &MessageDescriptor, asked: bool) -> RefOr<Schema> {
        let name = name_of(message);
        // What is asked takes no other fields: it is described apart from the same thing answered.
        let name = if asked { format!("{name}Input") } else { name };
        self.object(&name, message, &fields_of(message), asked)
    }

    fn object(
        &mut self,
        name: &str,
        message: &MessageDescriptor,
        fields: &[FieldDescriptor],
        asked: bool,
    ) -> RefOr<Schema> {
        let full_name = message.full_name().to_owned();
        let what = if asked { Named::Asked(full_name) } else { Named::Answered(full_name) };
        if self.begins(name, what) {
            let about = contract::comment(&message.parent_file(), message.path());
            let mut object = ObjectBuilder::new().description((!about.is_empty()).then_some(about));
            if asked {
                object = object.additional_properties(Some(
                    utoipa::openapi::schema::AdditionalProperties::FreeForm(false),
                ));
            }
            for field in fields {
                object = object.property(field.json_name(), self.of_field(field, asked));
                // What is answered is there, if only as null.
                if !asked || !is_optional(field) {
                    object = object.required(field.json_name());
                }
            }
            self.done.insert(name.to_owned(), object.into());
        }
        Ref::from_schema_name(name).into()
    }

    fn of_field(&mut self, field: &FieldDescriptor, asked: bool) -> RefOr<Schema> {
        let nullable = is_optional(field) && !asked;
        if !field.is_list() {
            return self.of_one(field, nullable, asked);
        }
        let items = self.of_one(field, false, asked);
        let mut list = ArrayBuilder::new().items(items);
        if let Some(Bounds { min, max }) = Rules::of(field).items {
            list = list.min_items(size(min)).max_items(max.and_then(size));
        }
        list.into()
    }

    fn of_one(&mut self, field: &FieldDescriptor, nullable: bool, asked: bool) -> RefOr<Schema> {
        let rules = Rules::of(field);
        if let Kind::Message(message) = field.kind() {
            let inner = self.of_message(&message, asked);
            return named(inner, nullable, about(field));
        }
        if let Some(list) = &rules.code {
            let inner = self.of_code(list);
            return named(inner, nullable, about(field));
        }
        let kind = match field.kind() {
            Kind::Bool => Type::Boolean,
            Kind::Uint32 | Kind::Uint64 => Type::Integer,
            _ => Type::String,
        };
        let kind = if nullable {
            SchemaType::from_iter([kind, Type::Null])
        } else {
            SchemaType::new(kind)
        };
        let about = about(field);
        let mut object = ObjectBuilder::new()
            .schema_type(kind)
            .description((!about.is_empty()).then_some(about))
            .pattern(rules.pattern.clone())
            .format(rules.format.map(|format| {
                SchemaFormat::KnownFormat(match format {
                    Format::Uuid => KnownFormat::Uuid,
                    Format::Date => KnownFormat::Date,
                    Format::DateTime => KnownFormat::DateTime,
                })
            }));
        if matches!(field.kind(), Kind::Uint32 | Kind::Uint64) {
            let bounds = rules.range.unwrap_or(Bounds { min: 0, max: None });
            object = object.minimum(number(bounds.min)).maximum(bounds.max.and_then(number));
        }
        if let Some(Bounds { min, max }) = rules.chars {
            object = object.min_length(size(min)).max_length(max.and_then(size));
        }
        object.into()
    }

    fn of_code(&mut self, name: &str) -> RefOr<Schema> {
        let list = LISTS.iter().find(|list| list.name == name);
        if let Some(CodeList { about, codes, .. }) = list
            && self.begins(name, Named::Codes)
        {
            let texts = codes.iter().map(|(_, text, _)| text.clone());
            let schema = ObjectBuilder::new()
                .schema_type(Type::String)
                .description(Some(about.clone()))
                .enum_values(Some(texts));
            self.done.insert(name.to_owned(), schema.into());
        }
        Ref::from_schema_name(name).into()
    }
}

/// A schema with a name of its own, where it may be null and means something more.
fn named(schema: RefOr<Schema>, nullable: bool, about: String) -> RefOr<Schema> {
    let about = (!about.is_empty()).then_some(about);
    match schema {
        schema if nullable => {
            let null = ObjectBuilder::new().schema_type(Type::Null);
            let either = OneOfBuilder::new().item(null).item(schema).description(about);
            Schema::OneOf(either.build()).into()
        }
        RefOr::Ref(mut schema) => {
            schema.description = about.unwrap_or_default();
            RefOr::Ref(schema)
        }
        RefOr::T(schema) => RefOr::T(schema),
    }
}

fn size(number: u64) -> Option<usize> {
    usize::try_from(number).ok().filter(|number| *number > 0)
}

fn number(number: u64) -> Option<utoipa::Number> {
    isize::try_from(number).ok().map(utoipa::Number::Int)
}
