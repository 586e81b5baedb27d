//! Registering, signing in and out, by example.

use platform::spec::given;

use super::*;

fn open(text: &str) -> Personal<String> {
    Personal::Open(text.to_owned())
}

fn register(role: Role, name: &str, fte_percent: Option<u8>) -> Command {
    Command::Register { role, name: open(name), fte_percent, code_hash: "card1".to_owned() }
}

fn registered(role: Role, fte_percent: Option<u8>) -> PersonEvent {
    PersonEvent::PersonRegistered { role, fte_percent, name: open("Noor") }
}

fn card(hash: &str) -> PersonEvent {
    PersonEvent::StartCardIssued { code_hash: hash.to_owned() }
}

fn signed_in(session: &str) -> PersonEvent {
    PersonEvent::SignedIn { session: session.to_owned(), expires: Timestamp::UNIX_EPOCH }
}

fn signed_out(session: &str) -> PersonEvent {
    PersonEvent::SignedOut { session: session.to_owned() }
}

fn sign_in(card: &str, session: &str) -> Command {
    Command::SignIn {
        code_hash: card.to_owned(),
        session: session.to_owned(),
        expires: Timestamp::UNIX_EPOCH,
    }
}

fn sign_out(session: &str) -> Command {
    Command::SignOut { session: session.to_owned() }
}

fn issue(hash: &str) -> Command {
    Command::IssueStartCard { code_hash: hash.to_owned() }
}

fn choose(avatar: &str) -> Command {
    Command::ChooseAvatar { avatar: avatar.to_owned() }
}

fn youth() -> [PersonEvent; 2] {
    [registered(Role::Youth, None), card("card1")]
}

#[test]
fn registering_a_person_issues_the_first_card() {
    given::<Person>([]).when(register(Role::Youth, " Noor ", None)).then(youth());
}

#[test]
fn a_coach_works_as_said_or_full_time() {
    let coach = |fte_percent| [registered(Role::Coach, Some(fte_percent)), card("card1")];
    given::<Person>([]).when(register(Role::Coach, "Noor", None)).then(coach(100));
    for percent in [FTE_PERCENT_MIN, 50, FTE_PERCENT_MAX] {
        given::<Person>([]).when(register(Role::Coach, "Noor", Some(percent))).then(coach(percent));
    }
}

#[test]
fn a_coach_works_a_tenth_to_the_whole_of_full_time() {
    for percent in [0, FTE_PERCENT_MIN - 1, FTE_PERCENT_MAX + 1] {
        given::<Person>([])
            .when(register(Role::Coach, "Noor", Some(percent)))
            .then_refused(Error::FteOutOfRange);
    }
}

#[test]
fn only_coaches_have_a_working_time() {
    for role in [Role::Youth, Role::Lead, Role::Auditor, Role::Operator] {
        given::<Person>([])
            .when(register(role, "Noor", Some(50)))
            .then_refused(Error::FteOnlyForCoaches);
    }
}

#[test]
fn a_person_is_registered_once() {
    given::<Person>(youth())
        .when(register(Role::Youth, "Noor", None))
        .then_refused(Error::PersonExists);
}

#[test]
fn a_service_is_no_person() {
    given::<Person>([])
        .when(register(Role::Service, "Noor", None))
        .then_refused(Error::RoleNotForPeople);
}

#[test]
fn a_person_needs_a_name() {
    for blank in [" \t", "\u{200b}", "\u{3164}", "\u{301}"] {
        given::<Person>([]).when(register(Role::Youth, blank, None)).then_refused(Error::NameBlank);
    }
}

#[test]
fn a_name_stays_in_its_line_and_runs_in_its_direction() {
    for name in ["Jan\nPeeters", "Ana\0", "\u{202e}nanA"] {
        given::<Person>([])
            .when(register(Role::Youth, name, None))
            .then_refused(Error::NameNotAllowed);
    }
}

#[test]
fn a_name_has_a_longest_length_in_characters_not_bytes() {
    let longest = "ë".repeat(NAME_CHARS_MAX);
    let name = Personal::Open(longest.clone());
    let registered = PersonEvent::PersonRegistered { role: Role::Youth, fte_percent: None, name };
    given::<Person>([])
        .when(register(Role::Youth, &longest, None))
        .then([registered, card("card1")]);
    given::<Person>([])
        .when(register(Role::Youth, &format!("{longest}ë"), None))
        .then_refused(Error::NameTooLong);
}

#[test]
fn a_registered_person_gets_another_card() {
    given::<Person>(youth()).when(issue("card2")).then([card("card2")]);
}

#[test]
fn nobody_gets_a_card_without_being_registered() {
    given::<Person>([]).when(issue("card2")).then_refused(Error::NotFound);
}

#[test]
fn the_last_card_signs_in_any_number_of_times() {
    given::<Person>(youth()).when(sign_in("card1", "a")).then([signed_in("a")]);
    given::<Person>([youth().as_slice(), &[signed_in("a")]].concat())
        .when(sign_in("card1", "b"))
        .then([signed_in("b")]);
}

#[test]
fn an_older_card_stops_working() {
    given::<Person>([youth().as_slice(), &[card("card2")]].concat())
        .when(sign_in("card1", "a"))
        .then_refused(Error::UnknownCard);
}

#[test]
fn nobody_signs_in_without_being_registered() {
    given::<Person>([]).when(sign_in("card1", "a")).then_refused(Error::NotFound);
}

#[test]
fn signing_out_ends_one_session() {
    given::<Person>([youth().as_slice(), &[signed_in("a"), signed_in("b")]].concat())
        .when(sign_out("a"))
        .then([signed_out("a")]);
}

#[test]
fn signing_out_twice_is_one_signing_out() {
    given::<Person>([youth().as_slice(), &[signed_in("a"), signed_out("a")]].concat())
        .when(sign_out("a"))
        .then([]);
}

#[test]
fn nobody_signs_out_without_being_registered() {
    given::<Person>([]).when(sign_out("a")).then_refused(Error::NotFound);
}

#[test]
fn the_oldest_session_falls_out_when_there_are_too_many() {
    let sessions = (0..=SESSIONS_PER_PERSON_MAX).map(|number| signed_in(&number.to_string()));
    let history: Vec<_> = youth().into_iter().chain(sessions).collect();
    given::<Person>(history.clone()).when(sign_out("0")).then([]);
    given::<Person>(history).when(sign_out("1")).then([signed_out("1")]);
}

#[test]
fn a_person_chooses_an_avatar() {
    for avatar in ["fox", "s3-curly-brown", "a-b-c-d-e-f", "123456789012"] {
        given::<Person>(youth())
            .when(choose(avatar))
            .then([PersonEvent::AvatarChosen { avatar: open(avatar) }]);
    }
}

#[test]
fn an_avatar_is_a_code_of_the_right_shape() {
    for avatar in ["", "-", "a-", "Fox", "a b", "1234567890123", "a-b-c-d-e-f-g", "<svg>"] {
        given::<Person>(youth()).when(choose(avatar)).then_refused(Error::AvatarUnknown);
    }
}

#[test]
fn nobody_chooses_an_avatar_without_being_registered() {
    given::<Person>([]).when(choose("fox")).then_refused(Error::NotFound);
}

#[test]
fn a_lead_registers_youths_and_coaches_and_an_operator_the_others() {
    let all = [Role::Youth, Role::Coach, Role::Lead, Role::Auditor, Role::Operator, Role::Service];
    let by = |by| all.into_iter().filter(move |role| may_register(by, *role)).collect::<Vec<_>>();
    assert_eq!(by(Role::Lead), [Role::Youth, Role::Coach]);
    assert_eq!(by(Role::Operator), [Role::Lead, Role::Auditor, Role::Operator]);
    for nobody in [Role::Youth, Role::Coach, Role::Auditor, Role::Service] {
        assert_eq!(by(nobody), [], "{nobody:?}");
    }
}

#[test]
fn a_new_card_ends_the_sessions_that_began_with_the_old_one() {
    let history = youth().into_iter().chain([signed_in("a"), card("card2")]);
    given::<Person>(history).when(sign_out("a")).then([]);
}

#[test]
fn destroyed_keys_end_the_card_and_every_session() {
    given::<Person>([]).when(Command::EraseKeys).then_refused(Error::NotFound);
    given::<Person>(youth()).when(Command::EraseKeys).then([PersonEvent::KeysDestroyed {}]);
    let erased = || {
        let history = [signed_in("one"), PersonEvent::KeysDestroyed {}];
        given::<Person>(youth().into_iter().chain(history))
    };
    erased().when(sign_in("card1", "two")).then_refused(Error::NotFound);
    erased().when(sign_out("one")).then_refused(Error::NotFound);
    erased().when(issue("card2")).then_refused(Error::NotFound);
    erased().when(choose("fox")).then_refused(Error::NotFound);
    let again = register(Role::Youth, "Noor", None);
    erased().when(again).then_refused(Error::PersonExists);
}

#[test]
fn destroying_keys_twice_is_destroying_them_once() {
    let history = youth().into_iter().chain([PersonEvent::KeysDestroyed {}]);
    given::<Person>(history).when(Command::EraseKeys).then([]);
}
