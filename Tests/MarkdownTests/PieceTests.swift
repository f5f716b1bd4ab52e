import Diagnostics
import Markdown
import Markup
import Testing

/// Sizes, galleries, players and the players of embeds.
@Suite struct FigureSizeTests {
    @Test(
        "A figure takes the size in braces behind it",
        arguments: [
            "![A](ferry.jpg){size=wide}", "![A](ferry.jpg){size=\"wide\"}", "![A](ferry.jpg){ size='wide' .x }",
        ])
    func size(text: String) {
        #expect(render(text).html == "<figure class=\"wide\"><img src=\"/ferry.jpg\" alt=\"A\"></figure>")
        #expect(render(text).problems == [])
    }

    @Test(
        "Also within a link, or behind it",
        arguments: [
            "[![A](ferry.jpg){size=full}](/x)", "[![A](ferry.jpg)](/x){size=full}",
        ])
    func linked(text: String) {
        #expect(
            render(text).html == "<figure class=\"full\"><a href=\"/x\"><img src=\"/ferry.jpg\" alt=\"A\"></a></figure>"
        )
    }

    @Test(
        "Braces with anything but attributes in them are text",
        arguments: ["{wide}", "{}", "{size=}", "{size", " {size=wide}"])
    func text(braces: String) {
        #expect(render("![A](ferry.jpg)\(braces)").html.hasSuffix("\(braces)</p>"))
    }

    @Test func whatIsWrongIsSaidWithItsPlace() {
        let unknown = render("One.\n\n![A](ferry.jpg){size=wid}\n\n![A](ferry.jpg){width=50%}")
        #expect(
            unknown.problems == [
                "3:16: warning: there is no size “wid”", "5:16: warning: a picture has no attribute “width”",
            ])
        #expect(unknown.diagnostics.first?.hint == "Is wide meant? Known are standard, wide, full, inset.")
        #expect(!unknown.html.contains("{"))
        let inline = render("See ![A](ferry.jpg){size=wide}.")
        #expect(inline.problems == ["1:20: warning: a picture within a line has no size"])
        #expect(inline.html.hasSuffix("loading=\"lazy\">.</p>"))
    }

    @Test("No size gets into a summary")
    func summary() {
        #expect(
            Excerpt(of: Array("![A](a.jpg){size=\"wide\"}\n\nText {size=wide}.".utf8)[...]).summary
                == "Text {size=wide}.")
    }
}

@Suite struct GalleryTests {
    private let two =
        "<figure><img src=\"/ferry.jpg\" alt=\"A\"><figcaption>One.</figcaption><small>NASA</small></figure>"
        + "<figure><img src=\"b.jpg\" alt=\"B\"><figcaption>Two <em>x</em>.</figcaption></figure>"

    @Test(
        "Pictures on lines of their own, or with empty lines between, or in a list",
        arguments: [
            "![A](ferry.jpg \"One. (NASA)\")\n![B](b.jpg \"Two *x*.\")",
            "![A](ferry.jpg \"One. (NASA)\")\n\n![B](b.jpg \"Two *x*.\")",
            "![A](ferry.jpg \"One. (NASA)\") ![B](b.jpg \"Two *x*.\"){size=wide}",
            "- ![A](ferry.jpg \"One. (NASA)\")\n- ![B](b.jpg \"Two *x*.\")",
        ])
    func pictures(text: String) {
        let body = render(":::gallery{title=\"T\"}\n\(text)\n:::")
        #expect(body.html == "<section><h2>T</h2>\(two)</section>")
        #expect(body.problems == [])
    }

    @Test("Text before, between and after them is the introduction")
    func text() {
        let body = render(":::gallery{size=wide}\nAt first.\n![A](ferry.jpg)\nThen.\n[![B](b.jpg)](/x)\n:::")
        #expect(
            body.html == """
                <section class="wide"><p>At first.
                Then.</p>
                <figure><img src="/ferry.jpg" alt="A"></figure><figure><a href="/x"><img src="b.jpg" alt="B"></a></figure>\
                </section>
                """)
    }

    @Test func aPictureOutsideIsNone() {
        #expect(render("![A](ferry.jpg)\n![B](b.jpg)\n\n:::gallery\n![C](c.jpg)\n:::").html.hasPrefix("<p><img"))
    }

    @Test func whatIsWrongIsSaidWithItsPlace() {
        let empty = render("One.\n\n:::gallery\nText.\n:::")
        #expect(empty.problems == ["3:1: warning: the gallery has no pictures"])
        #expect(empty.html == "<p>One.</p>\n<p>Text.</p>")
        let company = render(":::gallery\n![A](ferry.jpg)\n![B](b.jpg) and text\n:::")
        #expect(company.problems == ["3:6: warning: a picture of the gallery has text beside it"])
        #expect(company.html.contains("and text"))
        #expect(render(":::gallery{size=huge}\n![A](a.jpg)\n:::").problems == ["1:1: warning: there is no size “huge”"])
        #expect(
            render(":::gallery\n![A](gone.jpg)\n:::").problems.contains("2:6: error: there is no picture \"gone.jpg\""))
    }

    @Test("All its pictures are figures to a check")
    func references() {
        var options = BodyOptions()
        options.listsReferences = true
        let text = ":::gallery\n![A](ferry.jpg \"One. (NASA)\")\n![B](b.jpg)\n:::"
        let body = Body(
            rendering: Array(text.utf8)[...], options: options, surroundings: SmallSite(), pieces: PlainPieces())
        #expect(
            body.references.map(\.kind) == [
                .picture(alternative: "A", credit: "NASA", figure: .inset),
                .picture(alternative: "B", credit: nil, figure: .inset),
            ])
    }
}

@Suite struct PlayerTests {
    @Test func anImageOfAFilmIsAPlayer() {
        let body = render("![The bridge \"opens\"](clip.mp4 \"At noon. (Ada Moen/AP)\")")
        #expect(
            body.html == """
                <figure>
                <video controls preload="metadata" playsinline src="/clip.mp4" aria-label="The bridge “opens”">
                <track kind="captions" src="/clip.vtt" srclang="en" label="English">
                <a href="/clip.mp4">The bridge “opens”</a>
                </video>
                <figcaption>At noon. <span class="credit">(Ada Moen/AP)</span></figcaption>
                </figure>
                """)
        #expect(body.problems == [])
    }

    @Test func directives() {
        let film = render("::video{src=clip.mp4 title=\"The bridge\" poster=ferry.jpg caption=\"It opens. (AP)\"}")
        #expect(film.problems == [])
        #expect(film.html.contains("poster=\"/ferry.jpg\" width=\"800\" height=\"600\" aria-label=\"The bridge\""))
        #expect(film.html.contains("<figcaption><b>The bridge</b> It opens. <span class=\"credit\">(AP)</span>"))
        let sound = render("::audio{src=bell.mp3 title=\"A bell\"}")
        #expect(
            sound.html == """
                <figure>
                <audio controls preload="none" src="bell.mp3" aria-label="A bell">
                <a href="bell.mp3">A bell</a>
                </audio>
                <figcaption><b>A bell</b></figcaption>
                </figure>
                """)
    }

    @Test(
        "What cannot be played is said with its place",
        arguments: [
            ("::video", "1:1: error: a video needs a src"),
            ("::video{src=gone.mp4}", "1:1: error: there is no file gone.mp4"),
            ("::video{src=bell.mp3}", "1:1: error: “bell.mp3” is not a video"),
            ("::audio{src=text.txt}", "1:1: error: “text.txt” is not an audio"),
            (
                "::video{src=\"https://example.org/x.mp4\"}",
                "1:1: error: a video is a file of Content, not “https://example.org/x.mp4”"
            ),
            ("::video{src=clip.mp4 poster=gone.jpg}", "1:1: error: there is no picture \"gone.jpg\""),
            ("A\n\n![A](gone.mp4)", "3:6: error: there is no file gone.mp4"),
            ("See ![A](clip.mp4).", "1:10: warning: a player does not stand within a line"),
            (":::video{src=clip.mp4}\n:::", "1:1: error: video is written with two colons"),
        ])
    func problems(text: String, problem: String) {
        #expect(render(text).problems.first == problem)
    }

    @Test("Other hosts' films are cards, so that they are asked for nothing")
    func otherHosts() {
        #expect(
            render("![A film](https://example.org/x.mp4)").html
                == "<a class=\"embed\" href=\"https://example.org/x.mp4\">A film</a>")
        #expect(render("See ![it](//example.org/x.mp4).").html.contains("<video") == false)
    }
}

@Suite struct EmbeddedPlayerTests {
    @Test(
        "A link's player is at the address that its service documents",
        arguments: [
            (
                "https://www.youtube.com/watch?v=0fKBhvDjuy0",
                "https://www.youtube-nocookie.com/embed/0fKBhvDjuy0?autoplay=1"
            ),
            (
                "https://youtu.be/0fKBhvDjuy0?si=x&t=1m30s",
                "https://www.youtube-nocookie.com/embed/0fKBhvDjuy0?autoplay=1&start=90"
            ),
            (
                "https://m.youtube.com/shorts/0fKBhvDjuy0",
                "https://www.youtube-nocookie.com/embed/0fKBhvDjuy0?autoplay=1"
            ),
            (
                "https://youtube.com/live/0fKBhvDjuy0?t=42",
                "https://www.youtube-nocookie.com/embed/0fKBhvDjuy0?autoplay=1&start=42"
            ),
            (
                "https://www.youtube.com/playlist?list=PLx_1",
                "https://www.youtube-nocookie.com/embed/videoseries?list=PLx_1&autoplay=1"
            ),
            ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"),
            (
                "https://vimeo.com/76979871/8272103f6e#t=1m",
                "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=8272103f6e#t=60s"
            ),
            (
                "https://soundcloud.com/forss/flickermood",
                "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fflickermood&auto_play=true"
            ),
            (
                "https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1",
                "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk"
            ),
            (
                "https://www.tiktok.com/@x.y/video/6718335390845095173",
                "https://www.tiktok.com/player/v1/6718335390845095173?autoplay=1"
            ),
            ("https://public.flourish.studio/visualisation/4798/", "https://flo.uri.sh/visualisation/4798/embed"),
            ("https://www.datawrapper.de/_/AbC12/", "https://datawrapper.dwcdn.net/AbC12/"),
        ])
    func players(link: String, player: String) {
        let html = render("::embed{url=\"\(link)\" title=T}").html
        #expect(html.contains(" data-player=\"\(HTML(text: player))\""), "\(html)")
        #expect(EmbeddedPlayer.origins.contains { player.hasPrefix($0 + "/") })
    }

    @Test(
        "Another link has none, and neither has one that only looks like one",
        arguments: [
            "https://example.org/watch?v=0fKBhvDjuy0", "https://youtube.com.example.org/watch?v=0fKBhvDjuy0",
            "https://www.youtube.com/watch?v=0fKBhvDju\"x", "https://www.youtube.com/watch?v=short",
            "https://www.youtube.com/@NASA", "https://vimeo.com/about", "https://soundcloud.com/forss/../x&y=z",
            "https://open.spotify.com/user/x", "https://x.com/NASA/status/1",
            "https://www.dailymotion.com/video/x84sh87",
            "https://youtube.com@example.org/watch?v=0fKBhvDjuy0", "https://www.youtube.com",
        ])
    func none(link: String) {
        let body = render("::embed{url='\(link)'}")
        #expect(!body.html.contains("data-player"))
        #expect(body.html.hasPrefix("<a class=\"embed\" href="))
    }

    @Test func aPosterIsOfTheSite() {
        #expect(
            render("::embed{url=https://vimeo.com/1 poster=ferry.jpg title=T}").html.contains(
                "<img src=\"/ferry.jpg\">T</a>"))
        #expect(
            render("::embed{url=https://vimeo.com/1 poster=gone.jpg}").problems
                == ["1:1: error: there is no picture \"gone.jpg\""])
    }
}
