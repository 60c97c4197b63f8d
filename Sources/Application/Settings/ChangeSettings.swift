package import Domain

/// Changes what the admin sets for the whole desk.
package struct ChangeSettings {
    package struct Input: Sendable {
        package var baseVersion: Int64
        package var clinic: String
        package var bannerRussian: String
        package var bannerEnglish: String
        package var lockAfterSeconds: Int64

        package init(
            baseVersion: Int64, clinic: String, bannerRussian: String, bannerEnglish: String,
            lockAfterSeconds: Int64
        ) {
            self.baseVersion = baseVersion
            self.clinic = clinic
            self.bannerRussian = bannerRussian
            self.bannerEnglish = bannerEnglish
            self.lockAfterSeconds = lockAfterSeconds
        }
    }

    let store: any Store

    package init(store: any Store) { self.store = store }

    package func callAsFunction(_ input: Input, by author: Author) throws -> Settings {
        let clinic = FreeText.read(input.clinic, field: "clinic", max: 200)
        let russian = FreeText.read(input.bannerRussian, field: "banner_ru", max: 500)
        let english = FreeText.read(input.bannerEnglish, field: "banner_en", max: 500)
        var problems = [clinic.refusal, russian.refusal, english.refusal].compactMap { $0 }
        if case .empty = clinic { problems.append(FieldProblem("clinic", .required)) }
        if !Settings.lockAfterSeconds.contains(input.lockAfterSeconds) {
            problems.append(
                FieldProblem("lock_after_seconds", .outOfRange, ["minimum": "60", "maximum": "900"]))
        }
        guard problems.isEmpty, let clinic = clinic.value else {
            throw Refusal(.fieldsInvalid, fields: problems)
        }
        return try store.change(by: author) { tx in
            guard let before = try tx.settings.current() else { throw Refusal(.setupNeeded) }
            guard before.version == input.baseVersion else { throw Refusal(.settingsChanged) }
            let after = Settings(
                version: before.version + 1, clinic: clinic.text, bannerRussian: russian.value?.text,
                bannerEnglish: english.value?.text, lockAfterSeconds: input.lockAfterSeconds)
            return Changed(after, .settingsChanged(after))
        }
    }
}
