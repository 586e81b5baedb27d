//! Who may do what: the policies that a process goes by, and `stc access explain`, which says why
//! somebody is let in or kept out.

use std::{io::Write, path::PathBuf, sync::Arc};

use anyhow::{Context, Result, anyhow};
use clap::Args;
use kernel::{Role, ServiceName, TenantId};
use runtime::access::{Denial, Given, Policies, Principal};
use uuid::Uuid;

use settings::Setting;

/// Where policies come from.
#[derive(Args, Clone, Debug, Default)]
pub struct PolicyFiles {
    /// Folder of policies, `*.cedar` and `*.cedarschema`, in place of those of this version.
    #[arg(long = "policies", env = "STC_POLICIES")]
    folder: Option<PathBuf>,
}

impl PolicyFiles {
    /// The policies, checked.
    ///
    /// # Errors
    ///
    /// The file, line and column of what is wrong.
    pub fn load(&self) -> Result<Arc<Policies>> {
        let descriptors = proto::FILE_DESCRIPTOR_SET;
        let policies = match &self.folder {
            Some(folder) => Policies::read_folder(folder, descriptors),
            None => Policies::read(proto::access::POLICIES, descriptors),
        };
        Ok(Arc::new(policies.context(Setting("--policies (STC_POLICIES)"))?))
    }
}

/// What is asked about.
#[derive(Args)]
pub struct Explain {
    /// Who asks: youth, coach, lead, officer, auditor, operator or service.
    #[arg(long, value_parser = role)]
    role: Role,
    /// Which service, with the role service.
    #[arg(long, value_parser = service)]
    service: Option<ServiceName>,
    /// For what: the name of an RPC, such as `RegisterStep`.
    #[arg(long)]
    action: String,
    /// The tenant of who asks; of those who work across centres it is `stc`.
    #[arg(long)]
    centre: Option<TenantId>,
    /// The id of who asks.
    #[arg(long, default_value_t = Uuid::nil())]
    id: Uuid,
    /// What it is done to, as the schema calls it; needed where an action has several.
    #[arg(long)]
    resource: Option<String>,
    /// What is known of it, again for each fact: `centre=lsc02`, `coach=me`, `youth=Youth::"id"`.
    /// Without `centre` it is of the centre of who asks. One of a list is `category=Category::"health"`.
    #[arg(long, value_parser = fact)]
    fact: Vec<(String, String)>,
    #[command(flatten)]
    policies: PolicyFiles,
}

fn role(text: &str) -> Result<Role> {
    let named = |role: &Role| role.name() == text;
    Role::ALL.into_iter().find(named).with_context(|| {
        let all: Vec<_> = Role::ALL.into_iter().map(Role::name).collect();
        format!("there are {}", all.join(", "))
    })
}

/// One of the services that call others.
///
/// # Errors
///
/// There is none of this name.
pub(crate) fn service(text: &str) -> Result<ServiceName> {
    let named = |service: &ServiceName| service.name() == text;
    ServiceName::ALL.into_iter().find(named).with_context(|| {
        let all: Vec<_> = ServiceName::ALL.into_iter().map(ServiceName::name).collect();
        format!("there are {}", all.join(", "))
    })
}

fn fact(text: &str) -> Result<(String, String)> {
    let (name, value) = text.split_once('=').context("write it as name=value")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Says whether it is permitted, and by which policies.
///
/// # Errors
///
/// The setting that is wrong.
pub fn explain(args: &Explain, out: &mut impl Write) -> Result<()> {
    let policies = args.policies.load()?;
    let Some(action) = policies.named(&args.action) else {
        let names = policies.actions().filter_map(|(path, _)| path.rsplit('/').next());
        let names: Vec<_> = names.collect();
        let why = anyhow!("there is no such action: there are {}", names.join(", "));
        return Err(why.context(Setting("--action")));
    };
    let (role, name) = (args.role.name(), &action.name);
    if !action.is_for(args.role) {
        let may = Role::ALL.into_iter().filter(|role| action.is_for(*role)).map(Role::name);
        let may: Vec<_> = may.collect();
        writeln!(out, "refused: {role} is no principal of {name}, only {}", may.join(", "))?;
        writeln!(out, "answered: PERMISSION_DENIED, before anything is read")?;
        return Ok(());
    }
    if (args.role == Role::Service) != args.service.is_some() {
        let why = anyhow!("a service has a name, and nobody else: gateway, say");
        return Err(why.context(Setting("--service")));
    }
    let across = matches!(args.role, Role::Auditor | Role::Operator | Role::Service);
    let somewhere = || if across { Ok(TenantId::platform()) } else { "lsc01".parse() };
    let centre = args.centre.clone().map_or_else(somewhere, Ok)?;
    let principal =
        Principal { centre: &centre, id: args.id, role: args.role, service: args.service };
    let given = Given { resource: args.resource.clone(), facts: args.fact.clone() };
    let explained = policies.explain(principal, action, &given);
    let explained = explained.map_err(|why| anyhow!(why.to_string()));
    let explained = explained.context(Setting("--resource, --fact"))?;
    let (decided, thing) = (&explained.decided, &explained.resource);
    let says = if decided.permitted { "permitted" } else { "refused" };
    writeln!(out, "{says}: {role} of {centre} asks for {name} on a {thing}")?;
    for (id, place) in &explained.by {
        writeln!(out, "by {id}, {}:{}", place.file, place.line)?;
    }
    if explained.by.is_empty() {
        writeln!(out, "by no policy: none permits it")?;
    }
    if !decided.permitted {
        let answer = match decided.told {
            None => "NOT_FOUND",
            Some(Denial::Forbidden) => "PERMISSION_DENIED",
            Some(Denial::Restricted | Denial::Leaving) => "FAILED_PRECONDITION",
        };
        writeln!(out, "answered: {answer}")?;
    }
    Ok(())
}
