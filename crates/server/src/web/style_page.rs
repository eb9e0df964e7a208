//! The living style page.
