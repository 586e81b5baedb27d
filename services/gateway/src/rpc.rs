//! Which operations of the services the gateway calls: one table.
//!
//! Invariant: only what is listed under `queries` is ever repeated by the gateway itself.

use eventlog::Position;
use kernel::TenantId;
use proto::{
    exercises::{self, exercises_service_client::ExercisesServiceClient},
    identity::{self, identity_service_client::IdentityServiceClient},
    monitoring::{self, monitoring_service_client::MonitoringServiceClient},
    shared,
    trajectories::{self, trajectories_service_client::TrajectoriesServiceClient},
};
use tonic::{Request, Response, Status};

use crate::{Clients, shards::Reach};

/// The message that asks for one operation.
pub(crate) trait Rpc: Clone + Send + 'static {
    /// What is answered.
    type Answer: Send;

    /// Sends it to its service, where that answers for this centre.
    fn send(
        request: Request<Self>,
        clients: &Clients,
        centre: Option<&TenantId>,
    ) -> impl Future<Output = Result<Response<Self::Answer>, Status>> + Send;
}

/// An operation that changes nothing.
pub(crate) trait Query: Rpc {}

/// An operation that changes something.
pub(crate) trait Command: Rpc {
    /// The log position from which on the change can be read.
    fn position(answer: &Self::Answer) -> Position;
}

macro_rules! rpc {
    ($service:ident $client:ident $message:ident $method:ident $answer:ty) => {
        impl Rpc for $service::$message {
            type Answer = $answer;

            async fn send(
                request: Request<Self>,
                clients: &Clients,
                centre: Option<&TenantId>,
            ) -> Result<Response<Self::Answer>, Status> {
                let channel = clients.$service.reach(centre)?;
                $client::new(channel).$method(request).await
            }
        }
    };
}

macro_rules! queries {
    ($($service:ident $client:ident { $($message:ident $method:ident $answer:ty,)+ })+) => {
        $($(
            rpc!($service $client $message $method $answer);
            impl Query for $service::$message {}
        )+)+
    };
}

macro_rules! commands {
    ($($service:ident $client:ident { $($message:ident $method:ident $answer:ty,)+ })+) => {
        $($(
            rpc!($service $client $message $method $answer);
            impl Command for $service::$message {
                fn position(answer: &Self::Answer) -> Position {
                    Position::at(answer.position)
                }
            }
        )+)+
    };
}

queries! {
    identity IdentityServiceClient {
        AuthenticateRequest authenticate identity::AuthenticateResponse,
        DescribePeopleRequest describe_people identity::DescribePeopleResponse,
        GetStandingRequest get_standing identity::GetStandingResponse,
        ListCentresRequest list_centres identity::ListCentresResponse,
    }
    exercises ExercisesServiceClient {
        CountCompletionsRequest count_completions exercises::CountCompletionsResponse,
        ListCompletionsRequest list_completions exercises::ListCompletionsResponse,
    }
    trajectories TrajectoriesServiceClient {
        GetCaseloadRequest get_caseload trajectories::GetCaseloadResponse,
        GetTimelineRequest get_timeline trajectories::GetTimelineResponse,
        GetTrajectoryRequest get_trajectory trajectories::GetTrajectoryResponse,
        ListCoachLoadsRequest list_coach_loads trajectories::ListCoachLoadsResponse,
    }
    monitoring MonitoringServiceClient {
        GetTableRequest get_table monitoring::GetTableResponse,
    }
}

commands! {
    identity IdentityServiceClient {
        SignInRequest sign_in identity::SignInResponse,
        SignOutRequest sign_out shared::Done,
    }
    trajectories TrajectoriesServiceClient {
        RegisterStepRequest register_step trajectories::RegisterStepResponse,
    }
}
