//! Keys for the other services.

use std::sync::Arc;

use kernel::{Category, Reason};
use proto::identity::{
    GetKeysRequest, GetKeysResponse, SubjectKey, key_service_server::KeyService,
};
use runtime::{
    access::{Asked, asked},
    keys::{KeySource, SUBJECTS_ASKED_MAX},
    status::{invalid, parse, unavailable},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use crate::resources::KeysOf;
use vault::Vault;

/// Answers from the vault itself: nothing is kept in between.
pub(crate) struct KeyVault(pub(crate) Arc<Vault>);

#[tonic::async_trait]
impl KeyService for KeyVault {
    async fn get_keys(
        &self,
        request: Request<GetKeysRequest>,
    ) -> Result<Response<GetKeysResponse>, Status> {
        let asked = asked(&request)?;
        self.keys(&asked, &request.into_inner()).await.map(Response::new)
    }
}

impl KeyVault {
    /// A service acts for every tenant, so the request names it. Of which category it gets keys, the
    /// policies say.
    async fn keys(
        &self,
        asked: &Asked,
        request: &GetKeysRequest,
    ) -> Result<GetKeysResponse, Status> {
        if request.subjects.len() > SUBJECTS_ASKED_MAX {
            return Err(invalid("subjects", Reason::TooMany));
        }
        let centre = parse("tenant", &request.tenant)?;
        let category = Category::named(&request.category)
            .ok_or_else(|| invalid("category", Reason::UnknownValue))?;
        let ctx = asked.authorize(&KeysOf { centre, category })?;
        let subjects: Vec<Uuid> = request
            .subjects
            .iter()
            .map(|subject| parse("subjects", subject))
            .collect::<Result<_, _>>()?;
        let keys = self.0.keys(ctx.tenant(), &subjects, category, request.make).await;
        let keys = keys.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        let keys = keys.into_iter().map(|(subject, key)| SubjectKey {
            subject: subject.to_string(),
            key: key.expose_bytes().to_vec().into(),
        });
        Ok(GetKeysResponse { keys: keys.collect() })
    }
}
