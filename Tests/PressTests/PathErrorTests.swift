import Foundation
import Press
import Testing

/// No path leads out of Content or Output.
@Suite struct PathErrorTests {
    @Test(
        "A path that leaves Content or Output",
        arguments: [
            ("permalink: /../../etc/", "3:12", "permalink: “/../../etc/”"), ("slug: '..'", "3:7", "slug: “..”"),
            ("aliases: [/%2e%2e/x/]", "3:11", "aliases: “/%2e%2e/x/”"),
            ("url: '\\\\host\\x'", "3:6", "url: “\\\\host\\x”"),
        ])
    func leavingOutput(field: String, place: String, cited: String) throws {
        try expectProblems(
            ["Content/war/a.md": "---\nheadline: A\n\(field)\n---\n"],
            [
                """
                Content/war/a.md:\(place): error: \(cited) leads out of the site
                    Write a path inside the site, such as /war/ceasefire/, without .., \\, ? or #.
                """
            ])
    }

    @Test("A picture that leaves Content, or is not there")
    func pictures() throws {
        try expectProblems(
            [
                "Content/war/a.md": """
                ---
                headline: A
                image: ../../secret.png
                ---
                ![A](../../../etc/secret.png)

                ![B](%2e%2e/%2e%2e/secret.png)

                ![C](gone.png)

                """,
                "Content/war/b.md": "---\nheadline: B\nimage: {src: gone.png}\n---\n",
                "secret.png": "secret",
            ],
            [
                """
                Content/war/a.md:3:8: error: ../../secret.png leads out of Content
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/a.md:5:6: error: ../../../etc/secret.png leads out of Content
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/a.md:7:6: error: %2e%2e/%2e%2e/secret.png leads out of Content
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/a.md:9:6: error: there is no picture gone.png
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/b.md:3:14: error: there is no picture gone.png
                    Put the picture there, or correct its path.
                """,
            ])
    }

    @Test("A symbolic link that leads out of Content, in a circle, or nowhere; one inside Content is the file itself")
    func links() throws {
        let site = try LittleSite(["Content/war/a.md": fine, "secret.txt": "secret", "Content/war/b.txt": "b"])
        func link(_ name: String, _ target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: site.path + "/Content/" + name, withDestinationPath: target)
        }
        try link("fine.txt", "war/b.txt")
        #expect(try site.build().isPublished)
        #expect(try site.published()["fine.txt"] == "b")
        let before = try site.published()

        try link("out.md", "../secret.txt")
        try link("absolute.txt", "/etc/hostname")
        try link("folder", "/etc")
        try link("war/circle", "..")
        try link("nowhere", "gone")
        #expect(
            try site.problems() == [
                """
                Content/absolute.txt: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
                """
                Content/folder: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
                """
                Content/nowhere: error: the symbolic link leads nowhere
                    Remove it, or mend its target.
                """,
                """
                Content/out.md: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
                """
                Content/war/circle: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
            ])
        #expect(try site.published() == before)
    }
}
