import Diagnostics
import Markdown
import Markup

/// A name that leads somewhere.
public struct Link: Sendable, Hashable {
    public var name: String
    public var address: Address

    public init(_ name: String, _ address: Address) {
        self.name = name
        self.address = address
    }
}

/// A newspaper's settings, as Content/site.yml gives them: everything that a newsroom changes without compiling.
public struct Site: Sendable {
    /// The newspaper's name: its nameplate, unless a picture is set.
    public var name = "Untitled"
    public var tagline: String?
    public var description: String?
    /// The scheme and host under which it is published: `https://gazette.example`; empty if it was not said.
    public var origin = ""
    /// The folder of that host in which it lies: empty, or `/paper`.
    public var base = ""
    /// A language tag (BCP 47).
    public var language = "en"
    public var zone = Zone.utc
    /// The name of its theme; nil for the first that there is.
    public var theme: String?
    /// Where site.yml chooses the theme.
    public var themePlace = Place.none
    /// A picture in the place of the printed name.
    public var nameplate: Picture?
    /// The newspaper's mark, for those who show whose story it is.
    public var logo: Picture?
    public var look = Look()
    public var menu: [Link] = []
    public var footer: [Link] = []
    public var social: [Link] = []
    public var copyright: String?
    /// Sections in the order in which the front page and the menu show them; the others follow by their own `order`.
    public var sectionOrder: [String] = []
    public var meter: Meter?
    /// What an article costs that does not say so itself.
    public var access = Access.free
    public var rawHTML = BodyOptions.RawHTML.omit
    /// How many headlines stand on one page of a list.
    public var pageSize = 20
    public var words = Words()
    public var feeds = FeedSettings()
    public var pictures = PictureSettings()
    public var policies: [Policy: Address] = [:]
    /// Where it is sent to; nil if that was not said.
    public var deployment: Deployment?
    public var hosting = Hosting()
    /// Topics, as they are compared, that are not one another however much they look alike.
    var distinctTopics: Set<String> = []

    public init() {}

    /// Where a page or file of this site is found.
    public func address(_ path: SitePath) -> Address {
        path.address(under: base)
    }

    /// The whole of an address, for those who read it elsewhere: with the scheme and the host, if those are known.
    public func absolute(_ address: Address) -> Address {
        if isCompletedByOrigin(address) { return Address(trusted: Site.joined(origin, address.text)) }
        guard !origin.isEmpty, address.text.utf8.starts(with: "//".utf8) else { return address }
        return Address(trusted: origin.prefix { $0 != ":" } + ":" + address.text)
    }

    /// Whether an address is whole with the site's origin before it: one that begins with `/`, but not with `//`.
    package func isCompletedByOrigin(_ address: Address) -> Bool {
        let slash = UInt8(ascii: "/")
        var bytes = address.text.utf8.makeIterator()
        return !origin.isEmpty && bytes.next() == slash && bytes.next() != slash
    }

    /// One text behind another, in one piece: a page has a dozen whole addresses, and appending takes twice as long.
    private static func joined(_ one: String, _ other: String) -> String {
        String(unsafeUninitializedCapacity: one.utf8.count + other.utf8.count) { whole in
            let middle = whole.initialize(fromContentsOf: one.utf8)
            return whole[middle...].initialize(fromContentsOf: other.utf8)
        }
    }

    /// The same of a picture's address.
    public func absolute(_ picture: Picture) -> Picture {
        var picture = picture
        picture.address = absolute(picture.address)
        return picture
    }

    /// An address from the site's own files: one that begins with `/` is meant from the site's root.
    public func address(written address: Address) -> Address {
        guard !base.isEmpty, address.text.hasPrefix("/"), !address.text.hasPrefix("//") else { return address }
        return Address(trusted: base + address.text)
    }
}

/// What a newsroom may change about a theme's look. Each is safe to stand in a stylesheet: it was checked when it was
/// read.
public struct Look: Sendable, Hashable {
    /// A CSS colour.
    public var accent: String?
    /// Lists of font families.
    public var headlineFont: String?
    public var bodyFont: String?
    public var interfaceFont: String?
    /// A stylesheet of the newsroom's own, after the theme's.
    public var stylesheet: Address?

    public init() {}
}

/// How many metered articles a guest may read.
public struct Meter: Sendable, Hashable {
    public enum Period: String, Sendable, CaseIterable {
        case day, week, month
    }

    public var views: Int
    public var period: Period
    public var register: Address
    public var signin: Address

    public init(views: Int, period: Period, register: Address, signin: Address) {
        self.views = views
        self.period = period
        self.register = register
        self.signin = signin
    }
}

/// What a reader has to be to read an article.
public enum Access: String, Sendable, CaseIterable {
    /// Anyone.
    case free
    /// A guest, as often as the meter allows.
    case metered
    /// A member: others see the summary.
    case members
}

extension Site {
    /// Whether the newsroom says that two topics are not one.
    package func areDistinct(_ one: String, _ other: String) -> Bool {
        distinctTopics.contains(folded(one)) && distinctTopics.contains(folded(other))
    }
}
