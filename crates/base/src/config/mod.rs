//! The configuration: each room declares a section with [`section!`](crate::section), the server puts the
//! sections together with [`config!`](macro@crate::config), and [`load`] fills them from a file, the environment
//! and the command line. What is wrong is told as refusals, all of them at once.

mod load;
mod print;
#[cfg(test)]
mod tests;
mod value;

use std::fmt;

pub use load::{File, Loaded, Origin, PREFIX, Sources, cause, load};
pub use print::{print, reference_markdown};
pub use value::{Form, Given, Value};

/// What is known about one option.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its name inside of the section; the unit stands at its end.
    pub key: &'static str,
    /// Its docstring, line by line.
    pub doc: &'static [&'static str],
    /// What it accepts.
    pub form: Form,
}

/// A section of the configuration: `[name]` in the file. Made by [`section!`](crate::section).
pub trait Section: fmt::Debug {
    /// The name in the file: the room's name.
    fn name(&self) -> &'static str;
    /// The docstring of the section, line by line.
    fn doc(&self) -> &'static [&'static str];
    /// The options in the order of their declaration.
    fn settings(&self) -> Vec<Setting>;
    /// Sets one option; the form it must have if the value does not fit. A key that is unknown is ignored.
    fn set(&mut self, key: &str, given: Given<'_>) -> Result<(), Form>;
    /// The value in TOML, a secret only as `"[secret]"`; empty for an unknown key.
    fn shown(&self, key: &str) -> String;
}

/// All sections together. Made by [`config!`](macro@crate::config).
pub trait Root: Default {
    /// The sections in the order of their declaration.
    fn sections(&self) -> Vec<&dyn Section>;
    /// One section, to be filled.
    fn section_mut(&mut self, name: &str) -> Option<&mut dyn Section>;
}

/// Declares a section: a struct with a public field and a default for each option. The docstrings are the
/// documentation of the options; `=> 1..=9` bounds a number.
///
/// ```text
/// section! {
///     /// How long a session lives.
///     pub struct SessionsConfig in "sessions" {
///         /// A session without a request ends after so many minutes.
///         idle_minutes: u32 = 60 => 1..=1_000_000,
///     }
/// }
/// ```
#[macro_export]
macro_rules! section {
    (
        $(#[doc = $doc:literal])*
        $visibility:vis struct $name:ident in $section:literal {
            $(
                $(#[doc = $field_doc:literal])*
                $field:ident : $type:ty = $default:expr $(=> $range:expr)?,
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        $visibility struct $name {
            $( $(#[doc = $field_doc])* $visibility $field: $type, )*
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $( $field: $default, )* }
            }
        }

        impl $crate::config::Section for $name {
            fn name(&self) -> &'static str {
                $section
            }

            fn doc(&self) -> &'static [&'static str] {
                &[$($doc),*]
            }

            fn settings(&self) -> Vec<$crate::config::Setting> {
                vec![$(
                    $crate::config::Setting {
                        key: stringify!($field),
                        doc: &[$($field_doc),*],
                        form: <$type as $crate::config::Value>::form()$(.between($range))?,
                    },
                )*]
            }

            fn set(&mut self, key: &str, given: $crate::config::Given<'_>) -> Result<(), $crate::config::Form> {
                match key {
                    $(
                        stringify!($field) => {
                            let form = <$type as $crate::config::Value>::form()$(.between($range))?;
                            let value = <$type as $crate::config::Value>::read(given).ok_or(form)?;
                            if !form.allows($crate::config::Value::number(&value)) {
                                return Err(form);
                            }
                            self.$field = value;
                            Ok(())
                        }
                    )*
                    _ => Ok(()),
                }
            }

            fn shown(&self, key: &str) -> String {
                match key {
                    $( stringify!($field) => $crate::config::Value::shown(&self.$field), )*
                    _ => String::new(),
                }
            }
        }
    };
}

/// Declares an option with a fixed list of values; the first is the default.
#[macro_export]
macro_rules! choice {
    (
        $(#[doc = $doc:literal])*
        $visibility:vis enum $name:ident { $( $(#[doc = $value_doc:literal])* $value:ident = $text:literal, )* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visibility enum $name { $( $(#[doc = $value_doc])* $value, )* }

        impl $name {
            const ALL: &[(&'static str, Self)] = &[$( ($text, Self::$value) ),*];
        }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0].1
            }
        }

        impl $crate::config::Value for $name {
            fn form() -> $crate::config::Form {
                $crate::config::Form::OneOf(&[$($text),*])
            }

            fn read(given: $crate::config::Given<'_>) -> Option<Self> {
                let text = given.text()?;
                Self::ALL.iter().find(|(known, _)| *known == text).map(|(_, value)| *value)
            }

            fn shown(&self) -> String {
                match self { $( Self::$value => format!("\"{}\"", $text), )* }
            }
        }
    };
}

/// Puts sections together into the configuration of the program.
#[macro_export]
macro_rules! config {
    (
        $(#[doc = $doc:literal])*
        $visibility:vis struct $name:ident { $( $(#[doc = $field_doc:literal])* $field:ident : $type:ty, )* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default)]
        $visibility struct $name { $( $(#[doc = $field_doc])* $visibility $field: $type, )* }

        impl $crate::config::Root for $name {
            fn sections(&self) -> Vec<&dyn $crate::config::Section> {
                vec![$( &self.$field ),*]
            }

            fn section_mut(&mut self, name: &str) -> Option<&mut dyn $crate::config::Section> {
                $(
                    if $crate::config::Section::name(&self.$field) == name {
                        return Some(&mut self.$field);
                    }
                )*
                None
            }
        }
    };
}
