import Markup
import Newspaper

/// What a page is, in schema.org's terms, as JSON-LD.
extension Syndication {
    private func data(_ type: StaticString, capacity: Int = 512, _ write: (inout JSON) -> Void) -> HTML {
        JSON.object(in: .script, capacity: capacity) { json in
            json.put("@context", word: "https://schema.org")
            json.put("@type", word: type)
            write(&json)
        }
    }

    /// An article: its kind says whether it is news, a view, or something that was paid for.
    func article(_ page: ArticlePage, _ facts: ArticleFacts) -> HTML {
        let item = page.headline
        return data(item.kind.schemaType, capacity: 2048) { json in
            json.put("mainEntityOfPage", facts.address)
            json.put("url", facts.address)
            json.put("headline", item.headline)
            json.put("alternativeHeadline", item.deck)
            json.put("description", page.info.description)
            json.put("inLanguage", page.info.language ?? site.language)
            json.put("datePublished", facts.published)
            json.put("dateModified", facts.updated ?? facts.published)
            if facts.authors.isEmpty {
                json.put("author", made: publisher)
            } else {
                json.objects("author", facts.authors) { Syndication.put($1, at: $1.address, into: &$0) }
            }
            json.put("publisher", made: publisher)
            if let lead = page.lead {
                json.objects("image", machinePictures(lead.picture)) { json, picture in
                    Syndication.put(picture, address: site.absolute(picture.address), into: &json)
                    json.put("caption", page.leadCaption)
                    json.put("creditText", lead.credit)
                }
            }
            json.put("articleSection", facts.section)
            json.put("keywords", facts.topics)
            json.put("dateline", page.dateline)
            putAccess(page, into: &json)
            json.objects("correction", page.corrections) { json, correction in
                json.put("@type", word: "CorrectionComment")
                json.put("text", correction.plainText)
                json.put("datePublished", correction.date?.iso)
            }
            if let series = page.series {
                json.object("isPartOf") { json in
                    json.put("@type", word: "CreativeWorkSeries")
                    json.put("name", series.name)
                }
            }
        }
    }

    /// In the ratios that search engines ask for, or as it is.
    private func machinePictures(_ picture: Picture) -> [Picture] {
        let crops = PictureSizes.machines.compactMap { picture.widest($0) }
        guard crops.isEmpty else {
            return crops.map { Picture(address: $0.address, width: $0.width, height: $0.height) }
        }
        return [picture]
    }

    /// What of it anyone may read: where search engines see more than a reader, they want to be told.
    private func putAccess(_ page: ArticlePage, into json: inout JSON) {
        json.put("isAccessibleForFree", page.access == .free)
        guard page.access != .free else { return }
        json.object("hasPart") { json in
            json.put("@type", word: "WebPageElement")
            json.put("isAccessibleForFree", false)
            json.put("cssSelector", textSelector)
        }
    }

    private static func put(_ author: Byline, at address: Address, into json: inout JSON) {
        json.put("@type", word: "Person")
        json.put("name", author.name)
        json.put("url", address)
        json.put("jobTitle", author.role)
    }

    private static func put(_ picture: Picture, address: Address, into json: inout JSON) {
        json.put("@type", word: "ImageObject")
        json.put("url", address)
        json.put("width", picture.width)
        json.put("height", picture.height)
    }

    /// From the front page down to the page itself; nil for the front page.
    func breadcrumb(_ info: PageInfo) -> HTML? {
        guard let last = info.breadcrumb.last else { return nil }
        var links = info.breadcrumb
        if last.address != info.address { links.append(Link(info.title, info.address)) }
        return data("BreadcrumbList") { json in
            var position = 0
            json.objects("itemListElement", links) { json, link in
                position += 1
                json.put("@type", word: "ListItem")
                json.put("position", position)
                json.put("name", link.name)
                json.put("item", whole: link.address, on: site)
            }
        }
    }

    /// A list of headlines, or of names.
    /// - Parameter author: whose headlines they are.
    func collection(_ info: PageInfo, of author: Byline? = nil) -> HTML {
        data("CollectionPage") { json in
            putPage(info, into: &json)
            guard let author else { return }
            json.object("mainEntity") { json in
                Syndication.put(author, at: site.absolute(author.address), into: &json)
                json.put("image", author.picture.map { site.absolute($0.address) })
                json.put("worksFor", made: publisher)
            }
        }
    }

    func webPage(_ info: PageInfo) -> HTML {
        data("WebPage") { putPage(info, into: &$0) }
    }

    private func putPage(_ info: PageInfo, into json: inout JSON) {
        json.put("url", site.absolute(info.address))
        json.put("name", info.title)
        json.put("description", info.description)
        json.put("inLanguage", info.language ?? site.language)
        json.object("isPartOf") { json in
            json.put("@type", word: "WebSite")
            json.put("name", site.name)
            json.put("url", home)
        }
    }

    /// The newspaper itself, with what it says of how it works.
    var newspaper: HTML {
        data("NewsMediaOrganization") { json in
            Syndication.putPublisher(site, home: home, logo: logo, into: &json)
            json.put("description", site.description)
            json.put("slogan", site.tagline)
            for policy in Policy.allCases {
                json.put(policy.schemaProperty, site.policies[policy].map(site.absolute))
            }
            json.put("sameAs", site.social.map { site.absolute($0.address).text })
        }
    }

    var webSite: HTML {
        data("WebSite") { json in
            json.put("name", site.name)
            json.put("url", home)
            json.put("description", site.description ?? site.tagline)
            json.put("inLanguage", site.language)
            json.put("publisher", made: publisher)
        }
    }

    /// The newspaper as other things name it.
    static func publisher(_ site: Site, home: Address, logo: Picture?) -> HTML {
        JSON.object(in: .script) { json in
            json.put("@type", word: "NewsMediaOrganization")
            putPublisher(site, home: home, logo: logo, into: &json)
        }
    }

    private static func putPublisher(_ site: Site, home: Address, logo: Picture?, into json: inout JSON) {
        json.put("name", site.name)
        json.put("url", home)
        guard let logo else { return }
        json.object("logo") { put(logo, address: logo.address, into: &$0) }
    }
}

extension Kind {
    /// The type that schema.org has for it.
    fileprivate var schemaType: StaticString {
        switch self {
        case .news, .obituary, .feature, .live: "NewsArticle"
        case .analysis: "AnalysisNewsArticle"
        case .opinion, .editorial: "OpinionNewsArticle"
        case .review: "ReviewNewsArticle"
        case .sponsored: "AdvertiserContentArticle"
        }
    }
}

extension Policy {
    /// The property that schema.org has for it.
    fileprivate var schemaProperty: StaticString {
        switch self {
        case .principles: "publishingPrinciples"
        case .ethics: "ethicsPolicy"
        case .corrections: "correctionsPolicy"
        case .verification: "verificationFactCheckingPolicy"
        case .sources: "unnamedSourcesPolicy"
        case .bylines: "noBylinesPolicy"
        case .diversity: "diversityPolicy"
        case .staffing: "diversityStaffingReport"
        case .ownership: "ownershipFundingInfo"
        case .mission: "missionCoveragePrioritiesPolicy"
        case .masthead: "masthead"
        case .feedback: "actionableFeedbackPolicy"
        }
    }
}
