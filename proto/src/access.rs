//! Who may do what, as data: the schema and the policies that identity keeps, by their file names.

/// A file of `services/identity/policies`, and its text.
macro_rules! file {
    ($name:literal) => {{
        const PATH: &str = concat!("services/identity/policies/", $name);
        (PATH, include_str!(concat!("../../services/identity/policies/", $name)))
    }};
}

/// The schema, and what holds for everybody and for each service.
pub const POLICIES: &[(&str, &str)] = &[
    file!("access.cedarschema"),
    file!("everybody.cedar"),
    file!("identity.cedar"),
    file!("exercises.cedar"),
    file!("trajectories.cedar"),
    file!("monitoring.cedar"),
    file!("work.cedar"),
];
