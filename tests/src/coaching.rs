//! What coaches write down beside coaching steps, through REST.

use eventlog::clock;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Person;

impl Person {
    /// Sends what stands in `body` under a new id, which it answers.
    async fn writes_down(&self, path: &str, mut body: Value) -> Uuid {
        let id = Uuid::now_v7();
        body["id"] = json!(id);
        self.post(path, &body).send().await.with(204);
        id
    }

    /// A coach writes down a signal.
    pub async fn observes_alarm(&self, youth: Uuid, action: &str) -> Uuid {
        let alarm = json!({
            "signal": "bullying",
            "observedBy": "school",
            "occurredOn": clock::today(),
            "action": action,
        });
        self.writes_down(&format!("/youths/{youth}/alarms"), alarm).await
    }

    /// A coach proposes a handover.
    pub async fn offers_handover(&self, youth: Uuid, name: &str) -> Uuid {
        let handover = json!({
            "to": "welfare",
            "name": name,
            "parts": ["overview", "steps"],
            "words": "They know more about this.",
        });
        self.writes_down(&format!("/youths/{youth}/handovers"), handover).await
    }

    /// A youth agrees to a handover, or does not.
    pub async fn answers_handover(&self, handover: Uuid, agrees: bool) {
        let answer = json!({ "agrees": agrees });
        self.put(&format!("/me/handovers/{handover}"), &answer).send().await.with(204);
    }

    /// A coach or a lead writes down an employer.
    pub async fn registers_employer(&self, name: &str) -> Uuid {
        let employer = json!({ "name": name, "municipality": "Ghent", "sector": "trade" });
        self.writes_down("/employers", employer).await
    }

    /// A coach talks with an employer about a youth.
    pub async fn contacts_employer(&self, youth: Uuid, employer: Uuid) -> Uuid {
        let contact = json!({
            "employer": employer,
            "purpose": "vacancy",
            "channel": "faceToFace",
            "minutes": 30,
            "occurredOn": clock::today(),
        });
        self.writes_down(&format!("/youths/{youth}/contacts"), contact).await
    }

    /// A coach writes down that a youth began a job of so many hours.
    pub async fn starts_job(&self, youth: Uuid, employer: Uuid, hours: u8) -> Uuid {
        let placement = json!({
            "kind": "job",
            "employer": employer,
            "form": "regular",
            "contract": "fixedTerm",
            "weeklyHours": hours,
            "paid": true,
            "sector": "trade",
            "occurredOn": clock::today(),
        });
        self.writes_down(&format!("/youths/{youth}/placements"), placement).await
    }
}
