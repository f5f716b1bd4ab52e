// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "stet",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "stet", targets: ["stet"]),
        .library(name: "Stet", targets: ["Newspaper", "Command"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        // System libraries.
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),

        .target(name: "CArena"),
        .target(name: "CScan"),
        // Opens libvips when it is needed; nothing is linked.
        .target(name: "CVips", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

        // From the ground up: each imports only what stands above it.
        .target(name: "Diagnostics"),
        .target(name: "Markup", dependencies: ["CScan"]),
        .target(
            name: "FrontMatter", dependencies: ["CYAML", "Diagnostics", .product(name: "TOMLKit", package: "TOMLKit")]),
        .target(name: "Markdown", dependencies: ["CArena", "CCmark", "Diagnostics", "Markup"]),
        .target(name: "Pictures", dependencies: ["CExpat", "CVips", "CZlib"]),
        .target(name: "Newspaper", dependencies: ["Diagnostics", "Markup", "FrontMatter", "Markdown"]),
        .target(name: "Syndication", dependencies: ["Markdown", "Markup", "Newspaper"]),
        .target(
            name: "Press",
            dependencies: [
                "CBrotli", "CCmark", "CScan", "CYAML", "CZlib", "Diagnostics", "Markup", "FrontMatter", "Markdown",
                "Newspaper",
                "Pictures",
                "Syndication",
            ]),
        .target(
            // It imports Newspaper alone; the others are what that re-exports, named so that a change rebuilds it.
            name: "Broadsheet", dependencies: ["Newspaper", "Markdown", "Markup"], path: "Themes/Broadsheet",
            resources: [
                .embedInCode("Assets/broadsheet.css"), .embedInCode("Assets/embed.js"),
                .embedInCode("Assets/meter.js"),
            ]),
        .target(
            name: "Preview",
            dependencies: [
                "Diagnostics", "Markup", "Newspaper", "Press", .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [.embedInCode("Assets/reload.js")]),
        .target(
            // All that it imports, so that a change of any of them rebuilds it.
            name: "Command",
            dependencies: [
                "Diagnostics", "Markdown", "Markup", "Newspaper", "Press", "Preview",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "stet", dependencies: ["Command", "Broadsheet"],
            // A build makes millions of small strings: with this allocator it takes a quarter less time.
            linkerSettings: [.linkedLibrary("jemalloc", .when(platforms: [.linux]))]),

        .systemLibrary(
            name: "CBrotliDecoder", path: "Tests/CBrotliDecoder", pkgConfig: "libbrotlidec",
            providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .testTarget(name: "FrontMatterTests", dependencies: ["FrontMatter", "Diagnostics"]),
        .testTarget(
            name: "MarkdownTests", dependencies: ["CCmark", "Markdown"], resources: [.copy("CommonMark")]),
        .testTarget(
            name: "NewspaperTests", dependencies: ["Newspaper", "Diagnostics", "FrontMatter", "Markdown", "Markup"]),
        .testTarget(
            name: "PicturesTests", dependencies: ["CVips", "CZlib", "Pictures"], exclude: ["Headers/prototypes.c"]),
        .testTarget(name: "SyndicationTests", dependencies: ["Syndication", "Markup", "Newspaper"]),
        .testTarget(
            name: "PressTests",
            dependencies: ["Press", "Broadsheet", "CBrotliDecoder", "CZlib", "Diagnostics", "Newspaper", "Pictures"],
            exclude: ["Sites"]),
        .testTarget(
            name: "PreviewTests",
            dependencies: [
                "Preview", "Broadsheet", "Diagnostics", "Newspaper", "Press",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        .testTarget(
            name: "CommandTests", dependencies: ["Command", "Broadsheet"], exclude: ["Faults/faults.c"]),
    ],
    swiftLanguageModes: [.v6]
)
