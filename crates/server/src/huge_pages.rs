//! Huge pages of memory: a quarter faster for the working memory of a hash, and waste for everything else,
//! because an idle server touches a little of many of them.

/// Sees to it that memory comes in small pages. The allocator takes its first memory before `main`, so the
/// program begins once more: the setting stays with the process. Called first thing; if the system refuses, the
/// server only uses more memory.
pub(crate) fn avoid() {
    #[cfg(target_os = "linux")]
    {
        use std::{env, os::unix::process::CommandExt, process::Command};

        let is_set = || rustix::thread::transparent_huge_pages_are_disabled();
        if is_set().unwrap_or(true) || rustix::thread::disable_transparent_huge_pages(true).is_err() {
            return;
        }
        if !is_set().unwrap_or(false) {
            return;
        }
        let mut arguments = env::args_os();
        let (Ok(program), Some(name)) = (env::current_exe(), arguments.next()) else { return };
        // It comes back only if it could not begin.
        let _ = Command::new(program).arg0(name).args(arguments).exec();
    }
}

/// Runs `allocate`, whose memory may come in huge pages if it is touched at once. Other threads may profit
/// meanwhile, which does no harm.
pub(crate) fn allow<T>(allocate: impl FnOnce() -> T) -> T {
    #[cfg(target_os = "linux")]
    {
        // One at a time: the switch is that of the whole process.
        static SWITCH: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let _held = SWITCH.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let _ = rustix::thread::disable_transparent_huge_pages(false);
        let allocated = allocate();
        let _ = rustix::thread::disable_transparent_huge_pages(true);
        allocated
    }
    #[cfg(not(target_os = "linux"))]
    allocate()
}
