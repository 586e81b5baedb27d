//! Which operations of the services the gateway calls: one table.
//!
//! Invariant: only what is listed under `queries` is ever repeated by the gateway itself.

use eventlog::Position;
use kernel::TenantId;
use proto::{
    exercises::{self, completion_service_client::CompletionServiceClient},
    identity::{
        self, centre_service_client::CentreServiceClient,
        directory_service_client::DirectoryServiceClient, key_service_client::KeyServiceClient,
        session_service_client::SessionServiceClient,
    },
    monitoring::{self, table_service_client::TableServiceClient},
    shared,
    trajectories::{
        self, caseload_service_client::CaseloadServiceClient,
        step_service_client::StepServiceClient, trajectory_service_client::TrajectoryServiceClient,
    },
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
    identity CentreServiceClient {
        ListCentresRequest list_centres identity::ListCentresResponse,
    }
    identity DirectoryServiceClient {
        DescribePeopleRequest describe_people identity::DescribePeopleResponse,
    }
    identity KeyServiceClient {
        GetStandingRequest get_standing identity::GetStandingResponse,
    }
    identity SessionServiceClient {
        AuthenticateRequest authenticate identity::AuthenticateResponse,
    }
    exercises CompletionServiceClient {
        CountCompletionsRequest count_completions exercises::CountCompletionsResponse,
        ListCompletionsRequest list_completions exercises::ListCompletionsResponse,
    }
    trajectories CaseloadServiceClient {
        GetCaseloadRequest get_caseload trajectories::GetCaseloadResponse,
        GetWorkListRequest get_work_list trajectories::GetWorkListResponse,
        ListCoachLoadsRequest list_coach_loads trajectories::ListCoachLoadsResponse,
    }
    trajectories StepServiceClient {
        GetTimelineRequest get_timeline trajectories::GetTimelineResponse,
    }
    trajectories TrajectoryServiceClient {
        GetTrajectoryRequest get_trajectory trajectories::GetTrajectoryResponse,
    }
    monitoring TableServiceClient {
        GetTableRequest get_table monitoring::GetTableResponse,
    }
}

commands! {
    identity SessionServiceClient {
        SignInRequest sign_in identity::SignInResponse,
        SignOutRequest sign_out shared::Done,
    }
    trajectories StepServiceClient {
        RegisterStepRequest register_step trajectories::RegisterStepResponse,
    }
}
