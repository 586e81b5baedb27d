//! People and what they do, in sentences. A sentence that does not come true panics.

use std::collections::BTreeMap;

use http::{Method, header};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Answer, Site, facts,
    site::{Request, name},
};

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Person {
    /// The person's id.
    pub id: Uuid,
    /// What the centre calls the person.
    pub name: String,
    /// What the person is.
    pub role: String,
    /// The cookie, `name=secret`.
    pub cookie: String,
    /// The session's token.
    pub csrf: String,
    site: Site,
}

/// Somebody who was registered and has a start card.
#[derive(Clone, Debug)]
pub struct Registered {
    /// The person's id.
    pub id: Uuid,
    /// The start card's code.
    pub card: String,
}

impl Person {
    pub(crate) fn new(site: Site, answer: &Answer) -> Self {
        let cookie = answer.headers.get(header::SET_COOKIE).map(|it| it.to_str().unwrap());
        let session = answer.clone().with(201);
        let (cookie, attributes) = cookie.unwrap().split_once(';').unwrap();
        for attribute in ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
            assert!(attributes.contains(attribute), "{attributes}");
        }
        let person = &session["person"];
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        Self {
            id: text(&person["id"]).parse().unwrap(),
            name: text(&person["name"]),
            role: text(&person["role"]),
            csrf: text(&session["csrfToken"]),
            cookie: cookie.to_owned(),
            site,
        }
    }

    /// The same browser, which finds the platform at a new address.
    #[must_use]
    pub fn moved_to(&self, site: &Site) -> Self {
        Self { site: site.clone(), ..self.clone() }
    }

    /// A query in this person's name.
    pub fn get(&self, path: &str) -> Request {
        self.site.get(path).header("Cookie", &self.cookie)
    }

    /// A command in this person's name, with an id of its own.
    pub fn command(&self, method: Method, path: &str, body: &Value) -> Request {
        self.bare(method, path).body(body)
    }

    /// A command without a body.
    pub fn bare(&self, method: Method, path: &str) -> Request {
        let request = self.site.request(method, path).header("Cookie", &self.cookie);
        request.header(name::CSRF, &self.csrf).header(name::KEY, Uuid::now_v7().to_string())
    }

    /// Adds something.
    pub fn post(&self, path: &str, body: &Value) -> Request {
        self.command(Method::POST, path, body)
    }

    /// Sets something.
    pub fn put(&self, path: &str, body: &Value) -> Request {
        self.command(Method::PUT, path, body)
    }

    /// What this person reads there.
    pub async fn reads(&self, path: &str) -> Value {
        self.get(path).send().await.with(200)
    }

    /// An operator opens a centre with a lead.
    pub async fn opens_centre(&self, centre: &str, lead: &str) -> Registered {
        let new = facts::centre(centre, lead);
        let id = new["lead"]["id"].as_str().unwrap().parse().unwrap();
        let opened = self.post("/centres", &new).send().await.with(201);
        Registered { id, card: card(&opened["card"]) }
    }

    /// An operator registers an auditor.
    pub async fn registers_auditor(&self, called: &str) -> Registered {
        self.registers(&facts::auditor(called)).await
    }

    /// A lead registers a coach.
    pub async fn registers_coach(&self, called: &str) -> Registered {
        self.registers(&facts::coach(called)).await
    }

    /// A lead registers the data protection officer.
    pub async fn registers_officer(&self, called: &str) -> Registered {
        self.registers(&facts::staff("officer", called)).await
    }

    /// A lead registers a youth.
    pub async fn registers_youth(&self, called: &str) -> Registered {
        self.registers(&facts::youth(called)).await
    }

    /// Registers whoever is described.
    pub async fn registers(&self, person: &Value) -> Registered {
        let path = if person["intake"].is_object() { "/youths" } else { "/people" };
        let answer = self.post(path, person).send().await.with(201);
        assert_eq!(answer["id"], person["id"]);
        let id = answer["id"].as_str().unwrap().parse().unwrap();
        Registered { id, card: card(&answer["card"]) }
    }

    /// A youth chooses an avatar.
    pub async fn chooses_avatar(&self, avatar: &str) {
        self.put("/me/avatar", &json!({ "avatar": avatar })).send().await.with(204);
    }

    /// A youth chooses a coach.
    pub async fn chooses_coach(&self, coach: Uuid) {
        self.put("/me/coach", &json!({ "coach": coach })).send().await.with(204);
    }

    /// A youth begins an exercise.
    pub async fn begins(&self, exercise: &str) -> Uuid {
        let run = Uuid::now_v7();
        let body = json!({ "id": run, "exercise": exercise });
        let begun = self.post("/me/runs", &body).send().await.with(201);
        assert_eq!(begun["state"], "open");
        run
    }

    /// A youth answers one step.
    pub async fn answers(&self, run: Uuid, step: &str, answer: &Value) -> Value {
        self.put(&format!("/me/runs/{run}/answers/{step}"), answer).send().await.with(200)
    }

    /// A youth does an exercise of the catalogue from beginning to end: the first options that
    /// suffice, and own words where they are welcome and there is room.
    pub async fn does(&self, exercise: &Value, own: Option<&str>) -> Value {
        let run = self.begins(exercise["id"].as_str().unwrap()).await;
        for step in exercise["steps"].as_array().unwrap() {
            let answer = facts::answer(step, own);
            self.answers(run, step["id"].as_str().unwrap(), &answer).await;
        }
        let done = self.post(&format!("/me/runs/{run}/completion"), &json!({ "seconds": 90 }));
        done.send().await.with(200)
    }

    /// A youth erases what they answered: in one run, or in all.
    pub async fn erases_answers(&self, run: Option<Uuid>) {
        let erasure = self.post("/me/answers/erasure", &json!({ "run": run }));
        erasure.send().await.with(204);
    }

    /// A coach registers a step with a youth.
    pub async fn registers_step(&self, youth: Uuid, step: &Value) -> Value {
        self.post(&format!("/youths/{youth}/steps"), step).send().await.with(201)
    }

    /// Every step of the youth's own timeline by its id, as often as it stands there.
    pub async fn reads_steps(&self) -> BTreeMap<String, Vec<Value>> {
        let mut found = BTreeMap::<String, Vec<Value>>::new();
        let mut page = Some(String::new());
        while let Some(from) = page {
            let timeline = self.reads(&format!("/me/timeline?page={from}")).await;
            for entry in timeline["items"].as_array().unwrap() {
                if let Some(id) = entry["step"]["id"].as_str() {
                    found.entry(id.to_owned()).or_default().push(entry["step"].clone());
                }
            }
            page = timeline["nextPage"].as_str().map(str::to_owned);
        }
        found
    }

    /// A youth asks for something about the own data.
    pub async fn makes_request(&self, right: &str) -> Uuid {
        self.makes_request_of(self.id, right).await
    }

    /// A lead writes down what a youth asks for.
    pub async fn makes_request_of(&self, youth: Uuid, right: &str) -> Uuid {
        let id = Uuid::now_v7();
        let asked = json!({ "id": id, "person": youth, "right": right, "words": null });
        self.post("/requests", &asked).send().await.with(204);
        id
    }

    /// A youth shares a life domain with the coach.
    pub async fn shares(&self, domain: &str, coach: Uuid) {
        self.consents_to(self.id, "shareDomain", &Self::yes(Some(domain), coach)).await;
    }

    /// A youth no longer shares a life domain, or never does.
    pub async fn shares_no_more(&self, domain: &str) {
        let no = json!({ "domain": domain, "agreed": false, "text": "november2026" });
        self.consents_to(self.id, "shareDomain", &no).await;
    }

    /// What somebody says to something that can be agreed to; a lead, what a youth said on paper.
    pub async fn consents_to(&self, youth: Uuid, consent: &str, said: &Value) {
        self.put(&format!("/youths/{youth}/consents/{consent}"), said).send().await.with(204);
    }

    /// A yes for this coach.
    pub fn yes(domain: Option<&str>, coach: Uuid) -> Value {
        json!({ "domain": domain, "agreed": true, "coach": coach, "text": "november2026" })
    }

    /// A lead reports a breach that was just seen.
    pub async fn reports_breach(&self, cause: &str) -> Uuid {
        let report = facts::breach(cause);
        self.post("/breaches", &report).send().await.with(204);
        report["id"].as_str().unwrap().parse().unwrap()
    }

    /// A lead erases somebody whose term is over. What the erasure is called.
    pub async fn ends_a_term(&self) -> Uuid {
        let youth = self.registers_youth_of_last_year("Gus Youth").await;
        self.keeps("neverTrajectory", 1, "afterConfirmation").await;
        self.post("/retention/ends", &json!({ "subject": youth })).send().await.with(204);
        let ends = self.reads("/retention/ends").await;
        ends["items"][0]["id"].as_str().unwrap().parse().unwrap()
    }

    /// A lead registers a youth who was told a year ago, and never came.
    pub async fn registers_youth_of_last_year(&self, called: &str) -> Uuid {
        let mut youth = facts::youth(called);
        youth["registeredOn"] = json!(facts::months_ago(12));
        self.registers(&youth).await.id
    }

    /// A lead says how long a class is kept.
    pub async fn keeps(&self, class: &str, months: u16, run: &str) {
        let term = json!({ "class": class, "months": months, "run": run });
        self.put("/retention/terms", &term).send().await.with(204);
    }

    /// A lead holds what is kept of a youth or a breach.
    pub async fn holds(&self, subject: Uuid, ground: &str) {
        let hold = json!({ "ground": ground, "until": null });
        self.put(&format!("/retention/holds/{subject}"), &hold).send().await.with(204);
    }

    /// A coach takes back a step.
    pub async fn withdraws_step(&self, youth: Uuid, step: &str) {
        let path = format!("/youths/{youth}/steps/{step}/withdrawal");
        self.post(&path, &json!({})).send().await.with(204);
    }

    /// A youth puts an own version beside a step.
    pub async fn tells_own_version(&self, step: &str, words: &str) {
        let told = json!({ "words": words });
        self.put(&format!("/me/steps/{step}/version"), &told).send().await.with(204);
    }

    /// A youth takes the own version of a step away.
    pub async fn takes_own_version_away(&self, step: &str) {
        self.bare(Method::DELETE, &format!("/me/steps/{step}/version")).send().await.with(204);
    }

    /// Signs out.
    pub async fn signs_out(&self) {
        self.bare(Method::DELETE, "/session").send().await.with(204);
    }
}

/// A new card's code, which is all a card holds.
fn card(card: &Value) -> String {
    let code = card["code"].as_str().unwrap();
    assert!(card["url"].as_str().unwrap().ends_with(&format!("/#card={code}")));
    assert!(card["qrSvg"].as_str().unwrap().starts_with("<svg"));
    code.to_owned()
}
