// swift-tools-version: 6.2
import PackageDescription

// A program with a race on purpose: the gate that passes the product must refuse this one.
let package = Package(
    name: "Planted",
    targets: [.executableTarget(name: "Planted")],
    swiftLanguageModes: [.v6]
)
