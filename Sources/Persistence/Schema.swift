/// The numbered schemas of the two programs, compiled in from the files in `Schemas`.
package enum Schema {
    package static let desk = [
        Migration(
            number: 1, name: "desk_foundation", script: text(PackageResources.m0001_desk_foundation_sql)),
        Migration(number: 2, name: "consents", script: text(PackageResources.m0002_consents_sql)),
        Migration(number: 3, name: "shown_papers", script: text(PackageResources.m0003_shown_papers_sql)),
        Migration(
            number: 4, name: "alike", script: text(PackageResources.m0004_alike_sql),
            fill: { try AlikeRows($0).fill() }),
        Migration(
            number: 5, name: "search_runs", script: text(PackageResources.m0005_search_runs_sql),
            fill: { try RunIndex($0).settleIfDue() }),
    ]

    package static let cabinet = [
        Migration(
            number: 1, name: "cabinet_foundation", script: text(PackageResources.c0001_cabinet_foundation_sql)
        )
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
