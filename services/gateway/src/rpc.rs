//! Which operations of the services the gateway calls: one table.
//!
//! Invariant: only what is listed under `queries` is ever repeated by the gateway itself.

use platform::TenantId;
use proto::{
    exercises::{self, exercises_service_client::ExercisesServiceClient},
    identity::{self, identity_service_client::IdentityServiceClient},
    monitoring::{self, monitoring_service_client::MonitoringServiceClient},
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
    fn position(answer: &Self::Answer) -> u64;
}

macro_rules! rpc {
    ($service:ident $client:ident $message:ident $method:ident $answer:ident) => {
        impl Rpc for $service::$message {
            type Answer = $service::$answer;

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
    ($($service:ident $client:ident { $($message:ident $method:ident $answer:ident,)+ })+) => {
        $($(
            rpc!($service $client $message $method $answer);
            impl Query for $service::$message {}
        )+)+
    };
}

macro_rules! commands {
    ($($service:ident $client:ident { $($message:ident $method:ident $answer:ident,)+ })+) => {
        $($(
            rpc!($service $client $message $method $answer);
            impl Command for $service::$message {
                fn position(answer: &Self::Answer) -> u64 {
                    answer.position
                }
            }
        )+)+
    };
}

queries! {
    identity IdentityServiceClient {
        AuthenticateRequest authenticate AuthenticateResponse,
        DescribePeopleRequest describe_people DescribePeopleResponse,
        GetStandingRequest get_standing GetStandingResponse,
        ListCentresRequest list_centres ListCentresResponse,
        ListPeopleRequest list_people ListPeopleResponse,
    }
    exercises ExercisesServiceClient {
        CountCompletionsRequest count_completions CountCompletionsResponse,
        GetOverviewRequest get_overview GetOverviewResponse,
        ListCompletionsRequest list_completions ListCompletionsResponse,
        ListExercisesRequest list_exercises ListExercisesResponse,
        ListRunsRequest list_runs ListRunsResponse,
    }
    trajectories TrajectoriesServiceClient {
        GetCaseloadRequest get_caseload GetCaseloadResponse,
        GetTimelineRequest get_timeline GetTimelineResponse,
        GetTrajectoryRequest get_trajectory GetTrajectoryResponse,
        ListCoachLoadsRequest list_coach_loads ListCoachLoadsResponse,
    }
    monitoring MonitoringServiceClient {
        GetTableRequest get_table GetTableResponse,
    }
}

commands! {
    identity IdentityServiceClient {
        ChooseAvatarRequest choose_avatar ChooseAvatarResponse,
        IssueStartCardRequest issue_start_card IssueStartCardResponse,
        OpenCentreRequest open_centre OpenCentreResponse,
        RegisterPersonRequest register_person RegisterPersonResponse,
        SignInRequest sign_in SignInResponse,
        SignOutRequest sign_out SignOutResponse,
    }
    exercises ExercisesServiceClient {
        AnswerStepRequest answer_step AnswerStepResponse,
        CompleteRunRequest complete_run CompleteRunResponse,
        StartRunRequest start_run StartRunResponse,
    }
    trajectories TrajectoriesServiceClient {
        ChooseCoachRequest choose_coach ChooseCoachResponse,
        CloseTrajectoryRequest close_trajectory CloseTrajectoryResponse,
        RegisterStepRequest register_step RegisterStepResponse,
        RegisterYouthRequest register_youth RegisterYouthResponse,
        WithdrawStepRequest withdraw_step WithdrawStepResponse,
    }
}
