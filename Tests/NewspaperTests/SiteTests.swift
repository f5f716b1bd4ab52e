import Markup
import Testing

@testable import Newspaper

/// Content/site.yml: everything that a newsroom changes without compiling.
@Suite struct SiteTests {
    private func problems(_ yaml: String) -> [String] {
        Site.read(Array(yaml.utf8)).diagnostics.map { $0.at(path: "Content/site.yml").description }
    }

    @Test func everySettingIsRead() throws {
        let yaml = """
            name: The Harbour Gazette
            tagline: News of the port
            description: A newspaper
            url: https://gazette.example/paper/
            language: en-GB
            timezone: Europe/London
            theme: Broadsheet
            nameplate: {picture: /plate.svg, width: 400, height: 60, alt: The Gazette}
            accent: "#8a1c1c"
            fonts: {headline: "Georgia, serif", body: Charter, interface: system-ui}
            stylesheet: /our.css
            menu: [{name: About, url: /about/}]
            footer: [{name: Contact, url: "mailto:desk@gazette.example"}]
            social: [{name: Mastodon, url: "https://social.example/@gazette"}]
            copyright: © The Gazette
            sections: [war, Culture]
            meter: {views: 5, period: week, register: /join/, signin: "https://id.example/"}
            access: metered
            html: allow
            pageSize: 7
            words: {home: Front, months: [Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec]}
            """
        #expect(problems(yaml) == [])
        let site = Site(yaml: yaml)
        #expect(site.name == "The Harbour Gazette")
        #expect(site.tagline == "News of the port")
        #expect(site.description == "A newspaper")
        #expect(site.origin == "https://gazette.example")
        #expect(site.base == "/paper")
        #expect(site.language == "en-GB")
        #expect(site.zone.name == "Europe/London")
        #expect(site.theme == "Broadsheet")
        let nameplate = try #require(site.nameplate)
        #expect(nameplate.address.text == "/paper/plate.svg")
        #expect(nameplate.alternative == "The Gazette")
        #expect(nameplate.width == 400)
        #expect(nameplate.height == 60)
        #expect(site.look.accent == "#8a1c1c")
        #expect(site.look.headlineFont == "Georgia, serif")
        #expect(site.look.bodyFont == "Charter")
        #expect(site.look.interfaceFont == "system-ui")
        #expect(site.look.stylesheet?.text == "/paper/our.css")
        #expect(site.menu.map(\.address.text) == ["/paper/about/"])
        #expect(site.footer.map(\.address.text) == ["mailto:desk@gazette.example"])
        #expect(site.social.map(\.name) == ["Mastodon"])
        #expect(site.copyright == "© The Gazette")
        #expect(site.sectionOrder == ["war", "Culture"])
        let meter = try #require(site.meter)
        #expect(meter.views == 5)
        #expect(meter.period == .week)
        #expect(meter.register.text == "/paper/join/")
        #expect(meter.signin.text == "https://id.example/")
        #expect(site.access == .metered)
        #expect(site.rawHTML == .allow)
        #expect(site.pageSize == 7)
        #expect(site.words[.home] == "Front")
        #expect(site.words[.and] == "and")
        #expect(site.words.months[6] == "Jul")
    }

    @Test("A site that says nothing has sensible settings")
    func defaults() {
        for yaml in ["", "# nothing yet\n", "name:\n"] {
            let site = Site(yaml: yaml)
            #expect(problems(yaml) == [])
            #expect(site.name == "Untitled")
            #expect(site.origin == "")
            #expect(site.language == "en")
            #expect(site.zone.name == "GMT")
            #expect(site.rawHTML == .omit)
            #expect(site.access == .free)
            #expect(site.meter == nil)
        }
    }

    @Test("A meter's own defaults are three views a month")
    func meterDefaults() throws {
        let meter = try #require(Site(yaml: "meter: {}").meter)
        #expect(meter.views == 3)
        #expect(meter.period == .month)
        #expect(meter.register.text == "/register/")
        #expect(meter.signin.text == "/signin/")
        let based = try #require(Site(yaml: "url: https://a.example/paper\nmeter: {}").meter)
        #expect(based.register.text == "/paper/register/")
    }

    @Test(
        "What is wrong is said with its place and what to do",
        arguments: [
            (
                "nmae: X",
                "Content/site.yml:1:1: warning: there is no setting “nmae”\n    Is name meant?"
            ),
            (
                "url: gazette.example",
                "Content/site.yml:1:6: error: url: “gazette.example” is not the address of a site\n"
                    + "    Write it as https://news.example or https://news.example/paper."
            ),
            (
                "url: ftp://gazette.example",
                "Content/site.yml:1:6: error: url: “ftp://gazette.example” is not the address of a site\n"
                    + "    Write it as https://news.example or https://news.example/paper."
            ),
            (
                "name: X\ntimezone: Mars/Olympus",
                "Content/site.yml:2:11: error: timezone: there is no zone “Mars/Olympus”\n"
                    + "    Write its name in the IANA database, such as Europe/London."
            ),
            (
                "language: english please",
                "Content/site.yml:1:11: error: language: “english please” is not a language tag\n"
                    + "    Write one such as en, en-GB, ar or zh-Hant."
            ),
            (
                "accent: 'red; } body { display: none'",
                "Content/site.yml:1:9: error: accent: “red; } body { display: none” cannot stand in a stylesheet\n"
                    + "    Write a colour such as #8a1c1c, or a list of font families."
            ),
            (
                "accent: url(x)",
                "Content/site.yml:1:9: error: accent: “url(x)” cannot stand in a stylesheet\n"
                    + "    Write a colour such as #8a1c1c, or a list of font families."
            ),
            (
                "html: yes",
                "Content/site.yml:1:7: error: html cannot be “yes”\n    It is one of: omit, allow."
            ),
            (
                "pageSize: 0",
                "Content/site.yml:1:11: error: pageSize must be a whole number from 1 to 1000, not “0”\n"
                    + "    Correct the value, or remove the field."
            ),
            (
                "pageSize: 9999",
                "Content/site.yml:1:11: error: pageSize must be a whole number from 1 to 1000, not “9999”\n"
                    + "    Correct the value, or remove the field."
            ),
            (
                "pageSize: many",
                "Content/site.yml:1:11: error: pageSize must be a whole number from 1 to 1000, not “many”\n"
                    + "    Correct the value, or remove the field."
            ),
            (
                "name: [The, Gazette]",
                "Content/site.yml:1:7: error: name must be text, not a list\n"
                    + "    Correct the value, or remove the field."
            ),
            (
                "meter: 3",
                "Content/site.yml:1:8: error: meter must be a map of names and values, not “3”\n"
                    + "    Correct the value, or remove the field."
            ),
            (
                "meter: {views: some}",
                "Content/site.yml:1:16: error: meter.views must be a whole number from 0 to 1000, not “some”\n"
                    + "    Correct the value, or remove the field."
            ),
            (
                "meter: {view: 3}",
                "Content/site.yml:1:9: warning: there is no setting “meter.view”\n    Is views meant?"
            ),
            (
                "meter: {register: 'javascript:alert(1)'}",
                "Content/site.yml:1:19: error: meter.register cannot lead to “javascript:alert(1)”\n"
                    + "    Write a path such as /about/, or an address that begins with https:, mailto: or tel:."
            ),
            (
                "menu: [{name: About}]",
                "Content/site.yml:1:8: error: menu: a link needs a name and a url\n    Write both."
            ),
            (
                "menu: About",
                "Content/site.yml:1:7: error: menu must be a list of maps, not “About”\n"
                    + "    Correct the value, or remove the field."
            ),
            (
                "words: {hmoe: Front}",
                "Content/site.yml:1:9: warning: words: there is no word named “hmoe”\n    Is home meant?"
            ),
            (
                "words: {months: [Jan]}",
                "Content/site.yml:1:17: error: words.months must be twelve names, not 1\n"
                    + "    Write the names of all months, January first."
            ),
            (
                "name: 'The Gazette",
                "Content/site.yml:1:7: error: the quotation mark that opens here is not closed\n"
                    + "    Close it; `\"` inside double quotes is written `\\\"`, and `'` inside single quotes `''`."
            ),
        ])
    func problem(yaml: String, expected: String) {
        #expect(problems(yaml) == [expected])
    }

    @Test("An address may have a port and a path, but nothing after them")
    func urls() {
        func read(_ url: String) -> [String]? {
            var site = Site()
            return site.setURL(url) ? [site.origin, site.base] : nil
        }
        #expect(read("HTTP://LocalHost:8080") == ["http://LocalHost:8080", ""])
        #expect(read("https://a.example//b//c/") == ["https://a.example", "/b/c"])
        for url in ["https://a.example/?q", "https://a.example/#x", "https://", "//a.example", "/paper", ""] {
            #expect(read(url) == nil, "\(url)")
        }
    }

    @Test(
        "The direction of writing follows the script",
        arguments: [
            ("ar", true), ("ar-EG", true), ("he", true), ("fa", true), ("ur", true), ("uz-Arab", true), ("en", false),
            ("az-Latn", false), ("ku-Latn", false), ("ar-Latn", false), ("", false),
        ])
    func direction(language: String, expected: Bool) {
        #expect(isRightToLeft(language) == expected)
    }
}
