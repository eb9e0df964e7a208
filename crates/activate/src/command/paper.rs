//! The manual page and the completions of a shell, for the small program and for `seatwarden license`.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use clap_mangen::Man;

use super::exit;
use crate::Text;

/// The commands that print them.
pub fn papers(t: Text) -> [Command; 2] {
    let shell = Arg::new("shell")
        .value_name("SHELL")
        .required(true)
        .value_parser(value_parser!(Shell))
        .help(t.activate_cli_shell());
    [
        Command::new("man").about(t.activate_cli_man()),
        Command::new("completions").about(t.activate_cli_completions()).arg(shell),
    ]
}

/// Prints the manual page of the command at the end of this path in a command line, or the completions of the whole
/// command line; the exit code. None if `name` is neither.
pub fn print_paper(name: &str, given: &ArgMatches, whole: Command, path: &[&str]) -> Option<u8> {
    let printed = match name {
        "man" => manual(whole, path),
        "completions" => completions(*given.get_one::<Shell>("shell")?, whole),
        _ => return None,
    };
    // A reader that went away is no error.
    let _ = io::stdout().lock().write_all(printed.as_bytes());
    Some(exit::GOOD)
}

/// The same with nothing hidden: what has a heading of its own in the help is hidden from the list there.
fn shown(command: Command) -> Command {
    command.mut_subcommands(|below| shown(below.hide(false)))
}

/// The page of the command at the end of the path, with every command below it and its options.
fn manual(whole: Command, path: &[&str]) -> String {
    let mut whole = shown(whole.disable_help_subcommand(true));
    whole.build();
    let page = path.iter().fold(&whole, |above, name| above.find_subcommand(name).unwrap_or(above)).clone();
    // The lists of commands are sections of the page.
    let examples = examples(&page);
    let page = page.after_help(examples);
    let name = page.get_display_name().unwrap_or_else(|| page.get_name()).to_owned();
    let man = Man::new(page.clone()).title(name).source(format!("seatwarden {}", env!("CARGO_PKG_VERSION")));
    let mut text = rendered(|out| man.render_title(out));
    for part in [
        rendered(|out| man.render_name_section(out)),
        rendered(|out| man.render_synopsis_section(out)),
        rendered(|out| man.render_description_section(out)),
    ] {
        text.push_str(section(&part));
    }
    text.push_str(".SH COMMANDS\n");
    below(&page, &mut text);
    if page.get_after_help().is_some_and(|help| !help.to_string().is_empty()) {
        // As it is typed, line by line.
        text.push_str(".SH EXAMPLES\n.nf\n");
        text.push_str(body(&rendered(|out| man.render_extra_section(out))));
        text.push_str(".fi\n");
    }
    text
}

/// What stands below the help of a command; not if that is a list of commands.
fn examples(page: &Command) -> String {
    let help = page.get_after_help().map(ToString::to_string).unwrap_or_default();
    let is_list =
        page.get_subcommands().any(|command| help.contains(&format!("\n  {} ", command.get_name())));
    if is_list { String::new() } else { help }
}

/// Every command below one, as a part of the page: how it is called, what it does, its options.
fn below(above: &Command, text: &mut String) {
    for command in above.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
        let names: Vec<&str> = std::iter::once(name).chain(command.get_visible_aliases()).collect();
        let _ = writeln!(text, ".SS \"{}\"", names.join(", "));
        let man = Man::new(command.clone());
        text.push_str(body(&rendered(|out| man.render_synopsis_section(out))));
        text.push_str(".PP\n");
        text.push_str(body(&rendered(|out| man.render_description_section(out))));
        if command.get_arguments().any(|argument| !argument.is_hide_set()) {
            text.push_str(body(&rendered(|out| man.render_options_section(out))));
        }
        below(command, text);
    }
}

fn rendered(render: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Nothing fails that writes into memory.
    let _ = render(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A section without what every one begins with.
fn section(text: &str) -> &str {
    text.find(".SH ").and_then(|at| text.get(at..)).unwrap_or(text)
}

/// The same without its heading.
fn body(text: &str) -> &str {
    section(text).split_once('\n').map_or("", |(_, body)| body)
}

/// The script for a shell that completes the whole command line.
fn completions(shell: Shell, whole: Command) -> String {
    let mut whole = shown(whole);
    let name = whole.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut whole, name.as_str(), &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    if shell == Shell::Bash && name.contains('-') {
        // Its cases take the hyphen in the name of the program for a step down, and its words do not.
        return script.replace(&name.replacen('-', "__subcmd__", 1), &name.replacen('-', "__", 1));
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::verbs;

    /// A program as the server's: the verbs stand below a command of it, hidden from the list in its help.
    fn server() -> Command {
        let t = Text::default();
        let hidden = verbs(t).into_iter().map(|verb| verb.hide(true));
        let license = Command::new("license").about("Licenses").subcommands(hidden).subcommands(papers(t));
        Command::new("seatwarden").subcommand(license.after_help("Verbs:\n  status  Shows it"))
    }

    #[test]
    fn verbs_below_a_command_have_their_options_in_its_manual_page() {
        let page = manual(server(), &["license"]);

        assert!(page.contains(".TH seatwarden-license 1"), "{page}");
        assert!(page.contains(".SS \"seatwarden license deactivate, sign-out\""), "{page}");
        let renew = page.split(".SS \"seatwarden license renew\"").nth(1).unwrap();
        assert!(renew.split(".SS ").next().unwrap().contains("\\-\\-dry\\-run"), "{renew}");
        assert!(
            page.contains(".SS \"seatwarden license time recover\"") && !page.contains("EXAMPLES"),
            "{page}"
        );
    }

    #[test]
    fn verbs_below_a_command_are_completed_by_every_shell() {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::Elvish, Shell::PowerShell] {
            let script = completions(shell, server());

            for word in ["show-sent", "dry-run", "unreachable"] {
                assert!(script.contains(word), "{shell}: {word}: {script}");
            }
        }
    }
}
