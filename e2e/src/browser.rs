//! A real Chromium, driven as a person would: with a pointer, or by the keyboard alone.

use std::{
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::Command,
    time::Duration,
};

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{
    By, ChromiumLikeCapabilities, DesiredCapabilities, Key, LoggingPrefsLogLevel, WebDriver, WebElement,
    common::keys::TypingData, error::WebDriverResult,
};

use crate::{eventually, given_program, process::Process, within};

/// More stops of the Tab key than any page has.
const TABS_MAX: usize = 150;

/// How often `ChromeDriver` is started: it takes a free port for IPv4 and then asks for the same one for IPv6, which
/// somebody else may have by then, and it ends.
const STARTS_MAX: usize = 5;

/// What the person at the browser uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Mouse and keyboard.
    Pointer,
    /// Tab, Enter, Space, arrows and typing; never the mouse.
    Keyboard,
}

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As browsers come.
    On,
    /// Switched off in the browser's settings.
    Off,
}

/// `ChromeDriver` on a port of its own; its browsers end with it.
pub struct Driver {
    process: Process,
    port: u16,
    folder: TempDir,
}

impl Driver {
    /// Starts `ChromeDriver`.
    pub async fn start() -> Self {
        rustls::crypto::ring::default_provider().install_default().ok();
        let folder = tempfile::tempdir().unwrap();
        let mut attempt = 0;
        loop {
            attempt += 1;
            let mut command = Command::new(given_program("SEATWARDEN_E2E_CHROMEDRIVER"));
            command.arg("--port=0");
            let mut process = Process::start(command, &folder.path().join(format!("driver-{attempt}.log")));
            let port = eventually("ChromeDriver to listen or to end", async || match process.ended() {
                Some(_) => Some(None),
                None => port_of(&process.printed()).map(Some),
            })
            .await;
            if let Some(port) = port {
                return Self { process, port, folder };
            }
            if attempt == STARTS_MAX {
                process.must_run();
            }
        }
    }

    /// Opens a browser of its own, with its own cookies, at the server `base`.
    pub async fn open(&self, base: &str, hand: Hand, scripts: Scripts) -> Browser {
        self.open_flagged(base, hand, scripts, &[]).await
    }

    /// The same with a camera that shows a film (YUV4MPEG2) again and again, and whose use nobody has to allow.
    pub async fn open_with_camera(&self, base: &str, hand: Hand, film: &Path) -> Browser {
        let flags = [
            "--use-fake-ui-for-media-stream".to_owned(),
            "--use-fake-device-for-media-stream".to_owned(),
            format!("--use-file-for-fake-video-capture={}", film.display()),
        ];
        self.open_flagged(base, hand, Scripts::On, &flags).await
    }

    async fn open_flagged(&self, base: &str, hand: Hand, scripts: Scripts, flags: &[String]) -> Browser {
        let profile = tempfile::tempdir_in(self.folder.path()).unwrap().keep();
        let mut wishes = DesiredCapabilities::chrome();
        for flag in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            "--window-size=1280,900",
            "--lang=en-US",
        ] {
            wishes.add_arg(flag).unwrap();
        }
        for flag in flags {
            wishes.add_arg(flag).unwrap();
        }
        wishes.add_arg(&format!("--user-data-dir={}", profile.display())).unwrap();
        let mut settings =
            json!({ "credentials_enable_service": false, "profile.password_manager_leak_detection": false });
        if scripts == Scripts::Off {
            settings["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::Warning).unwrap();
        wishes.add_experimental_option("prefs", settings).unwrap();
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", self.port), wishes).await.unwrap();
        driver.set_page_load_timeout(Duration::from_secs(30)).await.unwrap();
        Browser { driver, hand, base: base.to_owned() }
    }
}

/// The port that `ChromeDriver` said it listens on.
fn port_of(printed: &str) -> Option<u16> {
    let (_, rest) = printed.split_once("successfully on port ")?;
    rest.split('.').next()?.trim().parse().ok()
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It closes its browsers when it is asked to end, and leaves them when it is killed.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            stream.set_read_timeout(Some(Duration::from_secs(10))).ok();
            let request = format!(
                "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.port
            );
            stream.write_all(request.as_bytes()).ok();
            stream.read_to_end(&mut Vec::new()).ok();
        }
        self.process.kill();
    }
}

/// A browser window.
pub struct Browser {
    driver: WebDriver,
    hand: Hand,
    base: String,
}

impl Browser {
    /// Closes the browser.
    pub async fn close(self) {
        self.driver.clone().quit().await.ok();
    }

    /// Types an address of the server, as a person may in either way.
    pub async fn visit(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.base)).await.unwrap();
    }

    /// Signs in on the page of the door and waits until the browser is at `path`, where it lands.
    pub async fn sign_in(&self, email: &str, password: &str, path: &str) {
        self.visit("/login").await;
        self.fill("[name=username]", email).await;
        self.fill("[name=password]", password).await;
        self.press("form[action='/login'] button:not([type=button])").await;
        self.arrive(path).await;
    }

    /// Path and query of the page that is open.
    pub async fn here(&self) -> String {
        let url = self.driver.current_url().await.unwrap();
        match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        }
    }

    /// Waits until the page at this path (and query) is open.
    pub async fn arrive(&self, path: &str) {
        let arrived = within(crate::PATIENCE, async || (self.here().await == path).then_some(())).await;
        assert!(
            arrived.is_some(),
            "waited in vain for {path}; at {}: {}",
            self.here().await,
            self.words().await
        );
        // The address changes before the page is there.
        self.find("body main").await;
    }

    /// The words of the open page.
    pub async fn words(&self) -> String {
        eventually("the words of the page", async || {
            self.driver.find(By::Css("body")).await.ok()?.text().await.ok()
        })
        .await
    }

    /// Waits for the first shown element of a CSS selector, or of an `XPath` that begins with a slash.
    pub async fn find(&self, selector: &str) -> WebElement {
        let found = within(crate::PATIENCE, async || {
            let by = if selector.starts_with('/') { By::XPath(selector) } else { By::Css(selector) };
            for element in self.driver.find_all(by).await.ok()? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Some(element);
                }
            }
            None
        })
        .await;
        match found {
            Some(element) => element,
            None => panic!("`{selector}` is not on {}: {}", self.here().await, self.words().await),
        }
    }

    /// Whether the open page has such an element now.
    pub async fn has(&self, selector: &str) -> bool {
        !self.driver.find_all(By::Css(selector)).await.unwrap().is_empty()
    }

    /// Whether the open page shows such an element now.
    pub async fn shows(&self, selector: &str) -> bool {
        for element in self.driver.find_all(By::Css(selector)).await.unwrap() {
            if element.is_displayed().await.unwrap_or(false) {
                return true;
            }
        }
        false
    }

    /// How many such elements the open page has now.
    pub async fn count(&self, selector: &str) -> usize {
        self.driver.find_all(By::Css(selector)).await.unwrap().len()
    }

    /// What stands in a field.
    pub async fn value(&self, selector: &str) -> String {
        self.find(selector).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// An attribute of the element; empty if it has none.
    pub async fn attribute(&self, selector: &str, name: &str) -> String {
        self.find(selector).await.attr(name).await.unwrap().unwrap_or_default()
    }

    /// Presses a button or follows a link: by a click, or by going there with Tab and pressing Enter.
    pub async fn press(&self, selector: &str) {
        // A page that just arrived may still replace what was found.
        eventually(&format!("to press `{selector}`"), async || {
            let element = self.find(selector).await;
            match self.hand {
                Hand::Pointer => element.click().await.ok(),
                Hand::Keyboard => {
                    self.tab_to(&element).await.ok()?;
                    self.keys(Key::Enter).await.ok()
                }
            }
        })
        .await;
    }

    /// Replaces what stands in a field.
    pub async fn fill(&self, selector: &str, text: &str) {
        let element = self.find(selector).await;
        match self.hand {
            Hand::Pointer => {
                element.clear().await.unwrap();
                element.send_keys(text).await.unwrap();
            }
            Hand::Keyboard => {
                self.tab_to(&element).await.unwrap();
                let all = self.driver.action_chain().key_down(Key::Control).key_down('a').key_up('a');
                all.key_up(Key::Control).perform().await.unwrap();
                self.keys(Key::Delete).await.unwrap();
                self.keys(text).await.unwrap();
            }
        }
        let stands = element.prop("value").await.unwrap().unwrap_or_default();
        assert_eq!(stands, text, "what was typed into `{selector}`");
    }

    /// Sets a check mark, or takes it away.
    pub async fn check(&self, selector: &str, on: bool) {
        let element = self.find(selector).await;
        if element.is_selected().await.unwrap() != on {
            match self.hand {
                Hand::Pointer => element.click().await.unwrap(),
                Hand::Keyboard => {
                    self.tab_to(&element).await.unwrap();
                    self.keys(" ").await.unwrap();
                }
            }
        }
        assert_eq!(element.is_selected().await.unwrap(), on, "the check mark `{selector}`");
    }

    /// Chooses an option of a list by its value.
    pub async fn choose(&self, selector: &str, value: &str) {
        let element = self.find(selector).await;
        let option = format!("option[value=\"{value}\"]");
        match self.hand {
            Hand::Pointer => element.find(By::Css(option)).await.unwrap().click().await.unwrap(),
            Hand::Keyboard => {
                self.tab_to(&element).await.unwrap();
                let words = element.find(By::Css(option)).await.unwrap().text().await.unwrap();
                // Typing goes to the option that begins so.
                self.keys(words).await.unwrap();
            }
        }
        let stands = element.prop("value").await.unwrap().unwrap_or_default();
        assert_eq!(stands, value, "what was chosen in `{selector}`");
    }

    /// Runs a script of the test's own and returns what it returns; only with [`Scripts::On`].
    pub async fn execute(&self, script: &str) -> serde_json::Value {
        self.driver.execute(script, Vec::new()).await.unwrap().json().clone()
    }

    /// What the browser's console complains about.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.unwrap_or_default();
        entries.into_iter().map(|entry| format!("{entry:?}")).collect()
    }

    async fn keys(&self, keys: impl Into<TypingData>) -> WebDriverResult<()> {
        self.driver.action_chain().send_keys(keys.into()).perform().await
    }

    /// Goes to an element with the Tab key alone; panics if it is never reached.
    async fn tab_to(&self, element: &WebElement) -> WebDriverResult<()> {
        for _ in 0..TABS_MAX {
            let active = self.driver.active_element().await?;
            if active.element_id() == element.element_id() {
                return Ok(());
            }
            self.keys(Key::Tab).await?;
        }
        panic!("the Tab key never reaches {}", element.outer_html().await?);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Waiting for the window to close would hang a test that failed; the driver closes what is left.
        self.driver.clone().leak().ok();
    }
}
