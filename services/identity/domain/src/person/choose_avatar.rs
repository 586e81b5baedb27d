//! A person chooses a picture.

use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
};

use super::{NobodyThere, Person};
use events::person::PersonEvent as Event;

/// Most parts of an avatar's code.
pub const AVATAR_PARTS_MAX: usize = 6;
/// Longest part of an avatar's code.
pub const AVATAR_PART_CHARS_MAX: usize = 12;

/// Choose a picture.
#[derive(Clone, Debug)]
pub struct ChooseAvatar {
    /// Code of its parts: 1 to 6 groups of 1 to 12 lower-case letters and digits, dashes between.
    pub avatar: String,
}

/// Why a picture was not chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such person.
    NobodyThere,
    /// The code is no avatar's.
    AvatarUnknown,
}

impl From<NobodyThere> for Refusal {
    fn from(NobodyThere: NobodyThere) -> Self {
        Self::NobodyThere
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NobodyThere => Kind::NotFound,
            Self::AvatarUnknown => Kind::Field("avatar", Reason::AvatarUnknown),
        }
    }
}

impl Decision for ChooseAvatar {
    type State = Person;
    type Refusal = Refusal;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, Refusal> {
        person.access()?;
        if !is_avatar(&self.avatar) {
            return Err(Refusal::AvatarUnknown);
        }
        Ok(vec![Event::AvatarChosen { avatar: Personal::Open(self.avatar.clone()) }])
    }
}

fn is_avatar(avatar: &str) -> bool {
    let part = |part: &str| {
        (1..=AVATAR_PART_CHARS_MAX).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    avatar.split('-').count() <= AVATAR_PARTS_MAX && avatar.split('-').all(part)
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{open, youth},
        *,
    };

    fn choose(avatar: &str) -> ChooseAvatar {
        ChooseAvatar { avatar: avatar.to_owned() }
    }

    #[test]
    fn a_person_chooses_an_avatar() {
        for avatar in ["fox", "s3-curly-brown", "a-b-c-d-e-f", "123456789012"] {
            given(youth())
                .when(choose(avatar))
                .then([Event::AvatarChosen { avatar: open(avatar) }]);
        }
    }

    #[test]
    fn an_avatar_is_a_code_of_the_right_shape() {
        for avatar in ["", "-", "a-", "Fox", "a b", "1234567890123", "a-b-c-d-e-f-g", "<svg>"] {
            given(youth()).when(choose(avatar)).then_refused(Refusal::AvatarUnknown);
        }
    }

    #[test]
    fn nobody_chooses_an_avatar_without_being_registered() {
        given([]).when(choose("fox")).then_refused(NobodyThere);
    }
}
