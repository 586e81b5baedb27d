//! The policies that say who may do what, as Cedar reads them: a schema of the actions and the roles
//! that may ask for them, and files of policies. They are parsed and checked once, at the start.
//!
//! Invariant: every RPC is one action and every action one RPC, and a policy that does not fit the
//! schema is never used.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt, fs,
    path::Path,
};

use cedar_policy::{
    ActionConstraint, Entities, Entity, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet,
    Schema, ValidationMode, Validator,
};
use contract::Reads;
use kernel::Role;
use miette::Diagnostic;
use prost_reflect::DescriptorPool;

/// How the name of the schema's file ends, and those of the policies.
const SCHEMA: &str = ".cedarschema";
const POLICIES: &str = ".cedar";
/// Largest file of policies.
const FILE_BYTES_MAX: u64 = 1024 * 1024;
/// Most files of a folder that are read.
const FILES_MAX: usize = 100;

/// A file's name and its text.
pub type Text<'a> = (&'a str, &'a str);

/// What is wrong with a policy, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Mistake {
    file: String,
    /// Line and column from 1; none if it is about the whole file.
    place: Option<(usize, usize)>,
    why: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.file, self.why),
            None => write!(f, "{}: {}", self.file, self.why),
        }
    }
}

impl Mistake {
    fn whole(file: &str, why: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place: None, why: why.into() }
    }

    fn at((file, text): Text<'_>, offset: usize, why: impl Into<String>) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { file: file.to_owned(), place: Some((line, column)), why: why.into() }
    }

    /// Where Cedar says that it is.
    fn told(text: Text<'_>, error: &dyn Diagnostic) -> Self {
        let more = error.help().map_or_else(String::new, |help| format!(" ({help})"));
        let why = format!("{error}{more}");
        match error.labels().and_then(|mut labels| labels.next()) {
            Some(label) => Self::at(text, label.offset(), why),
            None => Self::whole(text.0, why),
        }
    }
}

/// Where a policy stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The line of its `@id`, from 1.
    pub line: usize,
}

/// An action: an RPC, who may ask for it at all, and the policies that speak of it.
#[derive(Debug)]
pub struct Action {
    /// `package.Service/Method`.
    pub name: String,
    pub(super) uid: EntityUid,
    /// The action and its group.
    pub(super) entities: Vec<Entity>,
    pub(super) principals: BTreeSet<Role>,
    pub(super) resources: Vec<EntityTypeName>,
    pub(super) policies: PolicySet,
    /// What it tells of young people, as the contract calls it.
    pub(super) reads: Option<String>,
}

impl Action {
    /// Whether somebody with this role may ask for it at all.
    pub fn is_for(&self, role: Role) -> bool {
        self.principals.contains(&role)
    }

    /// On what it is done, as the schema calls it.
    pub fn resources(&self) -> impl Iterator<Item = String> {
        self.resources.iter().map(ToString::to_string)
    }
}

/// All policies, checked.
#[derive(Debug)]
pub struct Policies {
    /// By gRPC path `/package.Service/Method`.
    actions: BTreeMap<String, Action>,
    pub(super) schema: Schema,
    pub(super) types: HashMap<String, EntityTypeName>,
    places: BTreeMap<PolicyId, Place>,
    all: PolicySet,
}

impl Policies {
    /// Reads a schema and policies for the operations of these descriptors.
    ///
    /// # Errors
    ///
    /// [`Mistake`] says in which file and line.
    pub fn read(files: &[Text<'_>], descriptors: &[u8]) -> Result<Self, Mistake> {
        let pool = DescriptorPool::decode(descriptors);
        let pool = pool.map_err(|error| Mistake::whole(SCHEMA, error.to_string()))?;
        Self::of(files, &contract::reads(&pool))
    }

    /// The same for these operations, by their gRPC path, and what each tells of young people.
    pub(super) fn of(
        files: &[Text<'_>],
        operations: &BTreeMap<String, Reads>,
    ) -> Result<Self, Mistake> {
        let mut schemas = files.iter().filter(|(file, _)| file.ends_with(SCHEMA));
        let schema = *schemas.next().ok_or_else(|| Mistake::whole(SCHEMA, "there is no schema"))?;
        if let Some((another, _)) = schemas.next() {
            return Err(Mistake::whole(another, "there is another schema already"));
        }
        let parsed = Schema::from_cedarschema_str(schema.1);
        let (parsed, warnings) = parsed.map_err(|error| Mistake::told(schema, &error))?;
        if let Some(warning) = warnings.into_iter().next() {
            return Err(Mistake::told(schema, &warning));
        }
        let validator = Validator::new(parsed.clone());
        let (mut all, mut places) = (PolicySet::new(), BTreeMap::new());
        for text in files.iter().filter(|(file, _)| file.ends_with(POLICIES)) {
            for (policy, place) in policies_of(*text, &validator)? {
                let (id, line) = (policy.id().clone(), place.line);
                if let Some(Place { file, line }) = places.insert(id.clone(), place) {
                    let why = format!("{id:?} is the id of another policy: {file}:{line}");
                    return Err(Mistake::at(*text, id_offset(text.1, id.as_ref()), why));
                }
                let why = |error| Mistake::whole(text.0, format!("line {line}: {error}"));
                all.add(policy).map_err(|error| why(error.to_string()))?;
            }
        }
        let actions = actions(schema, &parsed, &all, operations)?;
        let types = parsed.entity_types().map(|name| (name.to_string(), name.clone())).collect();
        Ok(Self { actions, types, schema: parsed, places, all })
    }

    /// The same from the files of a folder.
    ///
    /// # Errors
    ///
    /// [`Mistake`] also if the folder or a file cannot be read.
    pub fn read_folder(folder: &Path, descriptors: &[u8]) -> Result<Self, Mistake> {
        let whole = |file: &Path, why: String| Mistake::whole(&file.display().to_string(), why);
        let listed = fs::read_dir(folder).map_err(|error| whole(folder, error.to_string()))?;
        let mut files = Vec::new();
        for entry in listed {
            let file = entry.map_err(|error| whole(folder, error.to_string()))?.path();
            let name = file.to_string_lossy().into_owned();
            if !name.ends_with(SCHEMA) && !name.ends_with(POLICIES) {
                continue;
            }
            let size = fs::metadata(&file).map(|data| data.len());
            if size.is_ok_and(|size| size > FILE_BYTES_MAX) || files.len() == FILES_MAX {
                let why = format!("more than {FILES_MAX} files, or {FILE_BYTES_MAX} bytes in one");
                return Err(whole(&file, why));
            }
            let text =
                fs::read_to_string(&file).map_err(|error| whole(&file, error.to_string()))?;
            files.push((name, text));
        }
        files.sort();
        let files: Vec<Text<'_>> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
        if files.iter().all(|(name, _)| !name.ends_with(SCHEMA)) {
            return Err(whole(folder, format!("there is no schema in it, a file *{SCHEMA}")));
        }
        Self::read(&files, descriptors)
    }

    /// The action of a gRPC path.
    pub fn action(&self, path: &str) -> Option<&Action> {
        self.actions.get(path)
    }

    /// All actions, by gRPC path.
    pub fn actions(&self) -> impl Iterator<Item = (&str, &Action)> {
        self.actions.iter().map(|(path, action)| (&**path, action))
    }

    /// Where a policy stands, and what its annotation of this name says.
    pub fn place(&self, id: &PolicyId) -> Option<&Place> {
        self.places.get(id)
    }

    pub(super) fn annotation(&self, id: &PolicyId, name: &str) -> Option<&str> {
        self.all.annotation(id, name)
    }
}

/// The policies of one file under the ids that they are given there.
fn policies_of(text: Text<'_>, validator: &Validator) -> Result<Vec<(Policy, Place)>, Mistake> {
    let set: PolicySet = text.1.parse().map_err(|error: cedar_policy::ParseErrors| {
        // Of several the first: the others often follow from it.
        error.iter().next().map_or_else(
            || Mistake::whole(text.0, error.to_string()),
            |first| Mistake::told(text, first),
        )
    })?;
    let result = validator.validate(&set, ValidationMode::Strict);
    if let Some(error) = result.validation_errors().next() {
        return Err(Mistake::told(text, error));
    }
    if let Some(warning) = result.validation_warnings().next() {
        return Err(Mistake::told(text, warning));
    }
    if set.templates().next().is_some() {
        return Err(Mistake::whole(text.0, "write policies, no templates"));
    }
    let named = |policy: &Policy| {
        let id = policy.annotation("id").ok_or_else(|| {
            let begins = policy.to_string().chars().take(60).collect::<String>();
            Mistake::whole(text.0, format!("give every policy an @id(\"…\"): {begins}"))
        })?;
        let line = text.1[..id_offset(text.1, id)].matches('\n').count() + 1;
        let place = Place { file: text.0.to_owned(), line };
        Ok((policy.new_id(PolicyId::new(id)), place))
    };
    set.policies().map(named).collect()
}

/// Where the id of a policy stands in its file.
fn id_offset(text: &str, id: &str) -> usize {
    text.rfind(&format!("@id(\"{id}\")")).unwrap_or_default()
}

/// The actions of a schema, if they are the operations of the descriptors.
fn actions(
    (file, text): Text<'_>,
    schema: &Schema,
    all: &PolicySet,
    operations: &BTreeMap<String, Reads>,
) -> Result<BTreeMap<String, Action>, Mistake> {
    let whole = |why: String| Mistake::whole(file, why);
    let entities = schema.action_entities().map_err(|error| whole(error.to_string()))?;
    let groups: BTreeSet<_> = schema.action_groups().cloned().collect();
    let mut actions = BTreeMap::new();
    for uid in schema.actions().filter(|uid| !groups.contains(uid)) {
        let name = uid.id().unescaped().to_owned();
        let offset = text.find(&name).unwrap_or_default();
        let wrong = |why: &str| Mistake::at((file, text), offset, format!("{name}: {why}"));
        let above: Vec<_> = entities.ancestors(uid).into_iter().flatten().collect();
        let [group] = above[..] else {
            return Err(wrong("put it into the group of one gRPC service"));
        };
        let principals = schema.principals_for_action(uid).into_iter().flatten();
        let principals = principals.map(|of| role_of(of).ok_or_else(|| wrong("no such role")));
        let principals = principals.collect::<Result<BTreeSet<_>, _>>()?;
        if principals.is_empty() {
            return Err(wrong("it is for nobody: leave the operation out"));
        }
        let resources = schema.resources_for_action(uid).into_iter().flatten().cloned();
        let mut resources: Vec<EntityTypeName> = resources.collect();
        // The schema keeps them in no order.
        resources.sort_by_key(ToString::to_string);
        let path = format!("{}/{name}", group.id().unescaped());
        let action = Action {
            name: path.clone(),
            uid: uid.clone(),
            entities: [uid, group].into_iter().filter_map(|it| entities.get(it).cloned()).collect(),
            principals,
            resources,
            policies: speaking_of(uid, &entities, all).map_err(whole)?,
            reads: None,
        };
        if action.policies.policies().all(|policy| policy.effect() == cedar_policy::Effect::Forbid)
        {
            return Err(wrong("no policy permits it"));
        }
        actions.insert(format!("/{path}"), action);
    }
    let written: BTreeSet<_> = actions.keys().cloned().collect();
    if let Some(path) = operations.keys().find(|path| !written.contains(*path)) {
        return Err(whole(format!("no action is the RPC {path}")));
    }
    for (path, action) in &mut actions {
        let name = path.rsplit('/').next().unwrap_or_default();
        let wrong =
            |why: String| Mistake::at((file, text), text.find(name).unwrap_or_default(), why);
        let people = action.principals.iter().any(|role| Role::PEOPLE.contains(role));
        action.reads = match operations.get(path) {
            None => return Err(wrong(format!("no RPC is the action {path}"))),
            Some(Reads::Unsaid) if people => {
                return Err(wrong(format!(
                    "the RPC {path} does not say what it reads of whom (stc.v1.reads)"
                )));
            }
            Some(Reads::Of(what)) => Some(what.clone()),
            Some(Reads::Unsaid | Reads::Nothing | Reads::Changes) => None,
        };
    }
    Ok(actions)
}

/// The policies that say something of an action, so that a decision looks at no others.
fn speaking_of(uid: &EntityUid, groups: &Entities, all: &PolicySet) -> Result<PolicySet, String> {
    let speaks = |policy: &&Policy| match policy.action_constraint() {
        ActionConstraint::Any => true,
        ActionConstraint::Eq(one) => one == *uid,
        ActionConstraint::In(some) => {
            some.iter().any(|one| one == uid || groups.is_ancestor_of(one, uid))
        }
    };
    let some = all.policies().filter(speaks).cloned();
    PolicySet::from_policies(some).map_err(|error| error.to_string())
}

/// The role that a type of the schema is.
fn role_of(name: &EntityTypeName) -> Option<Role> {
    Role::ALL.into_iter().find(|role| super::resource::type_of(*role) == name.to_string())
}
