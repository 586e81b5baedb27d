//! Events as they are stored: the variant's name is the event type, its fields are the JSON data.
//!
//! Serde writes an enum as `{"Type":{fields}}`. The log stores the two halves apart, so that an
//! auditor can filter by type and read the fields with stock tools.

use std::fmt::Write as _;

use crate::personal::Event;

/// Why a stored event could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// The event holds open personal data, or has no JSON form.
    #[error("event cannot be encoded; is its personal part sealed?")]
    NotEncodable,
    /// No such event in this version of the platform, or other fields than it knows.
    #[error("stored event is of no known shape")]
    UnknownShape,
}

/// The event's type and its fields as JSON.
///
/// # Errors
///
/// [`CodecError::NotEncodable`] if a personal part is still open.
pub fn encode<E: Event>(event: &E) -> Result<(String, Vec<u8>), CodecError> {
    let tagged = serde_json::to_vec(event).map_err(|_| CodecError::NotEncodable)?;
    // `"Type"` for a variant without fields, `{"Type":{…}}` otherwise. Names need no escapes.
    let open = usize::from(tagged.first() == Some(&b'{')) + 1;
    let length =
        tagged[open..].iter().position(|byte| *byte == b'"').ok_or(CodecError::NotEncodable)?;
    let name = String::from_utf8_lossy(&tagged[open..open + length]).into_owned();
    let fields = match open {
        1 => b"{}".to_vec(),
        _ => tagged[open + length + 2..tagged.len() - 1].to_vec(),
    };
    Ok((name, fields))
}

/// The event of this type with these fields.
///
/// # Errors
///
/// [`CodecError::UnknownShape`] for a type or fields which this version does not know.
pub fn decode<E: Event>(name: &str, fields: &[u8]) -> Result<E, CodecError> {
    let mut tagged = Vec::with_capacity(name.len() + fields.len() + 8);
    if fields == b"{}" {
        // A variant without fields is a bare string to serde; one whose fields are all optional
        // is an empty object. Try the first, then the second.
        tagged.push(b'"');
        tagged.extend_from_slice(name.as_bytes());
        tagged.push(b'"');
        if let Ok(event) = serde_json::from_slice(&tagged) {
            return Ok(event);
        }
        tagged.clear();
    }
    tagged.extend_from_slice(b"{\"");
    tagged.extend_from_slice(name.as_bytes());
    tagged.extend_from_slice(b"\":");
    tagged.extend_from_slice(fields);
    tagged.push(b'}');
    serde_json::from_slice(&tagged).map_err(|_| CodecError::UnknownShape)
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::personal::{Category, PersonalPart};

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Shape {
        Bare,
        Optional {
            #[serde(skip_serializing_if = "Option::is_none")]
            note: Option<u8>,
        },
        Full {
            text: String,
        },
    }

    impl Event for Shape {
        fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
            None
        }
    }

    #[test]
    fn every_shape_of_event_is_read_back_as_it_was_written() {
        for event in [
            Shape::Bare,
            Shape::Optional { note: None },
            Shape::Optional { note: Some(3) },
            Shape::Full { text: r#"a "quoted": {brace}"#.to_owned() },
        ] {
            let (name, fields) = encode(&event).unwrap();
            assert_eq!(decode::<Shape>(&name, &fields), Ok(event));
        }
    }

    #[test]
    fn an_unknown_type_is_said_to_be_unknown() {
        assert_eq!(decode::<Shape>("Gone", b"{}"), Err(CodecError::UnknownShape));
        assert_eq!(decode::<Shape>("Full", br#"{"text":7}"#), Err(CodecError::UnknownShape));
    }
}
