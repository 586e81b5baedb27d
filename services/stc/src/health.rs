//! `stc health`: asks a process whether it works. For probes in a container that has nothing else.

use std::{io::Write, time::Duration};

use anyhow::{Context, Result, ensure};
use clap::Args;
use http::Uri;
use http_body_util::{BodyExt, Empty, Limited};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use serde::Deserialize;
use tonic::transport::Endpoint;
use tonic_health::pb::{
    HealthCheckRequest, health_check_response::ServingStatus, health_client::HealthClient,
};

use settings::{Certificates, Setting};

/// How long the answer may take.
const ANSWER_SECONDS_MAX: u64 = 2;
/// How long it may be.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// Settings of the question.
#[derive(Args)]
pub struct Health {
    /// A service, such as `https://localhost:8081`, or with a path the gateway, such as
    /// `http://127.0.0.1:8080/health`.
    address: Uri,
    #[command(flatten)]
    certificates: Certificates,
}

/// What the gateway says of itself.
#[derive(Deserialize)]
struct Answer {
    status: String,
}

/// Prints how it is, `UP` or `DEGRADED`.
///
/// # Errors
///
/// It does not work, or does not answer.
pub async fn run(args: Health, out: &mut impl Write) -> Result<()> {
    let address = args.address.clone();
    let asked = async {
        match args.address.path() {
            "/" | "" => grpc(&args).await,
            _ => http(args.address).await,
        }
    };
    let answer = tokio::time::timeout(Duration::from_secs(ANSWER_SECONDS_MAX), asked).await;
    let answer = answer.context("no answer in time").flatten();
    writeln!(out, "{}", answer.with_context(|| format!("{address} does not work"))?)?;
    Ok(())
}

async fn grpc(args: &Health) -> Result<String> {
    let endpoint = Endpoint::from(args.address.clone());
    let endpoint = match args.certificates.load()? {
        Some(tls) => endpoint.tls_config(tls.client(args.address.host().unwrap_or_default()))?,
        None => endpoint,
    };
    let mut client = HealthClient::new(endpoint.connect().await?);
    let answer = client.check(HealthCheckRequest::default()).await?.into_inner();
    ensure!(answer.status() == ServingStatus::Serving, "its views have not caught up");
    Ok("UP".to_owned())
}

async fn http(address: Uri) -> Result<String> {
    ensure!(address.scheme_str() == Some("http"), Setting("an address with a path is http://"));
    let client = Client::builder(TokioExecutor::new()).build_http::<Empty<&[u8]>>();
    let answer = client.get(address).await?;
    let works = answer.status().is_success();
    let body = Limited::new(answer.into_body(), ANSWER_BYTES_MAX).collect().await;
    let body = body.map_err(anyhow::Error::from_boxed)?.to_bytes();
    let Answer { status } = serde_json::from_slice(&body).context("it is something else")?;
    ensure!(works, "it says {status}");
    Ok(status)
}
