import Newspaper

extension Broadsheet {
    /// "Welcome, guest. You have 3 views left. Register | Sign in". The script that counts stands right behind it, so
    /// that it has done so before the article is painted.
    func meterBanner(_ meter: Meter) -> HTML {
        """
        <aside class="meter" aria-label="\(words[.account])" data-views="\(meter.views)" \
        data-period="\(meter.period.rawValue)" data-counts>
        <p>\(words[.welcome]) <span class="meter-count" data-zero="\(words[.noViewsLeft])" \
        data-one="\(words[.viewLeft])" data-other="\(words[.viewsLeft])">\(views(meter.views))</span></p>
        <p><a href="\(meter.register)">\(words[.register])</a> <span aria-hidden="true">|</span> \
        <a href="\(meter.signin)">\(words[.signIn])</a></p>
        </aside>
        <script src="\(meterScript)"></script>

        """
    }

    private func views(_ count: Int) -> String {
        words[count == 1 ? .viewLeft : .viewsLeft].filled(with: String(count))
    }

    /// What takes the text's place for a reader who may not read it. A metered article shows it when the script says
    /// so, one for members always.
    func invitation(_ meter: Meter, title: String, text: String, isHidden: Bool) -> HTML {
        """
        <section class="invite" aria-labelledby="invite"\(isHidden ? " hidden" : "")>
        <h2 id="invite">\(title)</h2>
        <p>\(text)</p>
        <p><a class="button" href="\(meter.register)">\(words[.register])</a></p>
        <p><a href="\(meter.signin)">\(words[.signIn])</a></p>
        </section>

        """
    }
}
