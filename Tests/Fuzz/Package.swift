// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building stet knows nothing of it. `make fuzz` builds it with -sanitize=fuzzer.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "stet", path: "../..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        .executableTarget(name: "Fuzz", dependencies: ["CLibFuzzer", .product(name: "Stet", package: "stet")]),
    ],
    swiftLanguageModes: [.v6]
)
