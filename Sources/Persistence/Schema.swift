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
        Migration(number: 5, name: "mail_profiles", script: text(PackageResources.m0005_mail_profiles_sql)),
        Migration(number: 6, name: "lists", script: text(PackageResources.m0006_lists_sql)),
        Migration(number: 7, name: "card_merges", script: text(PackageResources.m0007_card_merges_sql)),
        Migration(number: 8, name: "strictness", script: text(PackageResources.m0008_strictness_sql)),
        Migration(number: 9, name: "family", script: text(PackageResources.m0009_family_sql)),
        Migration(number: 10, name: "deaths", script: text(PackageResources.m0010_deaths_sql)),
        Migration(number: 11, name: "particulars", script: text(PackageResources.m0011_particulars_sql)),
        Migration(number: 12, name: "late_visits", script: text(PackageResources.m0012_late_visits_sql)),
        Migration(number: 13, name: "policy_tails", script: text(PackageResources.m0013_policy_tails_sql)),
        Migration(
            number: 14, name: "search_runs", script: text(PackageResources.m0014_search_runs_sql),
            fill: { try RunIndex($0).settleIfDue() }),
        Migration(number: 15, name: "recent_people", script: text(PackageResources.m0015_recent_people_sql)),
        Migration(number: 16, name: "print_jobs", script: text(PackageResources.m0016_print_jobs_sql)),
        Migration(number: 17, name: "documents", script: text(PackageResources.m0017_documents_sql)),
        Migration(number: 18, name: "catalogues", script: text(PackageResources.m0018_catalogues_sql)),
        Migration(
            number: 19, name: "issued_policies", script: text(PackageResources.m0019_issued_policies_sql)),
        Migration(number: 20, name: "certificates", script: text(PackageResources.m0020_certificates_sql)),
    ]

    package static let cabinet = [
        Migration(
            number: 1, name: "cabinet_foundation", script: text(PackageResources.c0001_cabinet_foundation_sql)
        )
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
