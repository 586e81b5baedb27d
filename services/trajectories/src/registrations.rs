//! The steps of registering a youth: identity admits them, then their trajectory begins.

use std::time::Duration;

use domain::trajectory::RegisterYouth;
use eventlog::Position;
use events::{
    WorkKind,
    registration::{Asked, RegistrationEvent},
};
use kernel::{Category, Role};
use proto::{
    identity::{
        AdmitYouthRequest, WithdrawAdmissionRequest,
        admission_service_client::AdmissionServiceClient,
    },
    shared::StartCard,
};
use runtime::{
    Backends,
    execute::{Target, execute},
    projector::Partitions,
    serve::Channel,
    status::{not_found, of_command},
};
use tonic::{
    Request, Status,
    metadata::{Ascii, MetadataValue},
};
use work::{Manager, WorkId};

use crate::{trajectory_of, views::Trajectories};

/// How long identity may take for its part, the way to it included.
const DEADLINE: Duration = Duration::from_secs(5);

/// The way to identity, with this service's token.
#[derive(Clone)]
pub struct Admission {
    client: AdmissionServiceClient<Channel>,
    authorization: MetadataValue<Ascii>,
}

impl Admission {
    /// Over this channel.
    ///
    /// # Errors
    ///
    /// The token cannot stand in a header.
    pub fn new(
        identity: Channel,
        token: &str,
    ) -> Result<Self, tonic::metadata::errors::InvalidMetadataValue> {
        let authorization = format!("Bearer {token}").parse()?;
        Ok(Self { client: AdmissionServiceClient::new(identity), authorization })
    }

    async fn admit(&self, work: &WorkId) -> Result<StartCard, Status> {
        let (centre, registration) = (work.tenant.to_string(), work.id.to_string());
        let request = self.request(AdmitYouthRequest { centre, registration });
        let mut client = self.client.clone();
        let admitted = in_time(client.admit_youth(request)).await?.into_inner();
        admitted.card.ok_or_else(|| Status::internal("an admission without a card"))
    }

    async fn withdraw(&self, work: &WorkId) -> Result<(), Status> {
        let (centre, registration) = (work.tenant.to_string(), work.id.to_string());
        let request = self.request(WithdrawAdmissionRequest { centre, registration });
        let mut client = self.client.clone();
        in_time(client.withdraw_admission(request)).await.map(drop)
    }

    fn request<T>(&self, message: T) -> Request<T> {
        let mut request = Request::new(message);
        request.set_timeout(DEADLINE);
        request.metadata_mut().insert("authorization", self.authorization.clone());
        request
    }
}

async fn in_time<T>(answer: impl Future<Output = Result<T, Status>>) -> Result<T, Status> {
    let answer = tokio::time::timeout(DEADLINE, answer).await;
    answer.map_err(|_| Status::deadline_exceeded("identity does not answer"))?
}

/// Registers youths.
pub(crate) struct Registrations {
    pub(crate) backends: Backends,
    pub(crate) view: Partitions<Trajectories>,
    pub(crate) admission: Admission,
}

impl Registrations {
    async fn asked(&self, work: &WorkId) -> Result<Asked, Status> {
        Asked::of(work.told(&self.backends).await?).ok_or_else(not_found)
    }

    /// The trajectory that was asked for, opened with the youth's key.
    async fn trajectory(&self, work: &WorkId, asked: &Asked) -> Result<RegisterYouth, Status> {
        let youth = asked.youth;
        let (source, registered_on, intake) = asked.intake.clone().ok_or_else(not_found)?;
        let sealed = (youth.uuid(), Category::Registration);
        let intake = work.opened(&self.backends, sealed, &intake).await?;
        Ok(RegisterYouth { youth, source, registered_on, intake })
    }
}

impl Manager for Registrations {
    const KIND: WorkKind = WorkKind::Registration;
    type Event = RegistrationEvent;
    /// The position, and the youth's card.
    type Done = (Position, StartCard);

    async fn finish(&self, work: &WorkId) -> Result<Self::Done, Status> {
        let asked = self.asked(work).await?;
        let command = self.trajectory(work, &asked).await?;
        let card = self.admission.admit(work).await?;
        let ctx = work.permit(asked.by, Role::Lead);
        let today = self.view.of(&ctx).await?.get(Trajectories::today);
        let (youth, day) = (asked.youth.uuid(), command.registered_on);
        let target = Target::today(trajectory_of(youth, 0), Some(youth), today).occurred_on(day);
        let done = execute(&self.backends, &ctx, target, &command).await;
        Ok((done.map_err(|error| of_command(&error))?.position, card))
    }

    /// The trajectory is the last step, and has nothing to take back once the youth's keys are gone.
    async fn undo(&self, work: &WorkId) -> Result<(), Status> {
        self.admission.withdraw(work).await
    }
}
