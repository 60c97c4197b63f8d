package import SQL
internal import SQLiteEngine

/// One table of the desk as lines of text: what two registers are compared by, and what a refusal must
/// leave alone.
package struct Table: Sendable {
    package let name: String
    /// Each row as its quoted columns with bars between.
    package let lines: Query

    init(_ name: String, _ lines: Query) {
        self.name = name
        self.lines = lines
    }

    /// What a register rebuilt from operations must have: everything that is state and fact.
    package static let register: [Table] = all.filter {
        [
            "desk", "setting", "operator", "patient", "patient_alike", "visit", "shift", "consent_text",
            "consent", "shown_paper", "mail_profile", "calendar_year", "calendar_day", "read_back",
            "list_run", "list_lot", "list_line",
            "card_merge", "strictness",
            "family_link", "act_on_behalf", "death_note",
            "attachment_place", "particulars", "further_phone",
            "phone_confirmation",
            "desk_key", "document", "printed_copy",
            "insurer", "programme", "requisites",
            "own_number", "issued_policy", "issued_policy_programme", "policy_link",
            "certificate",
        ].contains($0.name)
    }

    package static let all: [Table] = older + policies

    private static let older: [Table] = [
        Table(
            "desk",
            """
            SELECT quote(id) || '|' || quote(lineage) || '|' || quote(request_key) || '|' ||
                quote(document_key) || '|' || quote(founded_at) || '|' || quote(prefix)
            FROM desk ORDER BY id
            """),
        Table(
            "setting",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(clinic) || '|' ||
                quote(banner_ru) || '|' || quote(banner_en) || '|' || quote(lock_after_seconds)
            FROM setting ORDER BY id
            """),
        Table(
            "operator",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(login) || '|' ||
                quote(name) || '|' || quote(roles) || '|' || quote(disabled) || '|' || quote(created_at)
            FROM operator ORDER BY id
            """),
        Table(
            "patient",
            """
            SELECT quote(row) || '|' || quote(id) || '|' || quote(version) || '|' ||
                quote(card_number) || '|' || quote(surname) || '|' || quote(name) || '|' ||
                quote(patronymic) || '|' || quote(patronymic_absent) || '|' || quote(birth_date) || '|' ||
                quote(sex) || '|' || quote(phone) || '|' || quote(email) || '|' || quote(snils) || '|' ||
                quote(note) || '|' || quote(registered_at) || '|' || quote(registered_by) || '|' ||
                quote(changed_at) || '|' || quote(search_key)
            FROM patient ORDER BY row
            """),
        Table(
            "patient_alike",
            """
            SELECT quote(born) || '|' || quote(surname) || '|' || quote(name) || '|' ||
                quote(row) || '|' || quote(phone)
            FROM patient_alike ORDER BY row
            """),
        Table(
            "patient_waiting",
            "SELECT quote(row) || '|' || quote(search_key) FROM patient_waiting ORDER BY row"),
        Table(
            "patient_run", "SELECT quote(place) || '|' || quote(cards) FROM patient_run ORDER BY place"),
        Table(
            "visit",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(day) || '|' ||
                quote(number) || '|' || quote(patient_id) || '|' || quote(arrived_at) || '|' ||
                quote(reason) || '|' || quote(destination) || '|' || quote(place) || '|' ||
                quote(state) || '|' || quote(outcome) || '|' || quote(cancel_reason) || '|' ||
                quote(opened_by) || '|' || quote(started_at) || '|' || quote(ended_at) || '|' ||
                quote(ended_by) || '|' || quote(receipt) || '|' || quote(entered_at) || '|' ||
                quote(blank)
            FROM visit ORDER BY id
            """),
        Table(
            "consent_text",
            """
            SELECT quote(id) || '|' || quote(purpose) || '|' || quote(edition) || '|' ||
                quote(text) || '|' || quote(sha256) || '|' || quote(published_at) || '|' ||
                quote(published_by)
            FROM consent_text ORDER BY id
            """),
        Table(
            "consent",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(number) || '|' ||
                quote(patient_id) || '|' || quote(purpose) || '|' || quote(edition) || '|' ||
                quote(text_sha256) || '|' || quote(channel) || '|' || quote(state) || '|' ||
                quote(offered_at) || '|' || quote(offered_by) || '|' ||
                quote(decided_at) || '|' || quote(decided_by) || '|' ||
                quote(withdrawn_at) || '|' || quote(withdrawn_by) || '|' || quote(note)
            FROM consent ORDER BY id
            """),
        Table(
            "shown_paper",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(patient_id) || '|' ||
                quote(sort) || '|' || quote(kind) || '|' || quote(series) || '|' ||
                quote(number) || '|' || quote(issued_on) || '|' || quote(issuer) || '|' ||
                quote(department_code) || '|' || quote(oms_type) || '|' ||
                quote(insurer) || '|' || quote(valid_to) || '|' || quote(shown_at) || '|' ||
                quote(shown_by) || '|' || quote(struck_at) || '|' ||
                quote(struck_by) || '|' || quote(strike_reason)
            FROM shown_paper ORDER BY id
            """),
        Table(
            "mail_profile",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(patient_id) || '|' ||
                quote(consent_id) || '|' || quote(state) || '|' || quote(printed_at) || '|' ||
                quote(printed_by) || '|' || quote(received_at) || '|' || quote(due) || '|' ||
                quote(email) || '|' || quote(decided_at) || '|' || quote(decided_by) || '|' ||
                quote(reason) || '|' || quote(outdated)
            FROM mail_profile ORDER BY id
            """),
        Table(
            "calendar_year",
            "SELECT quote(year) || '|' || quote(version) FROM calendar_year ORDER BY year"),
        Table(
            "calendar_day",
            """
            SELECT quote(day) || '|' || quote(year) || '|' || quote(kind) || '|' || quote(note)
            FROM calendar_day ORDER BY day
            """),
        Table(
            "read_back",
            """
            SELECT quote(id) || '|' || quote(patient_id) || '|' || quote(card_version) || '|' ||
                quote(how) || '|' || quote(read_at) || '|' || quote(read_by)
            FROM read_back ORDER BY id
            """),
        Table(
            "list_run",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(file_sha256) || '|' ||
                quote(lines) || '|' || quote(takes_alike) || '|' || quote(begun_at) || '|' ||
                quote(begun_by) || '|' || quote(ending) || '|' || quote(ended_at)
            FROM list_run ORDER BY id
            """),
        Table(
            "list_lot",
            """
            SELECT quote(id) || '|' || quote(run_id) || '|' || quote(last_line) || '|' ||
                quote(taken_at) || '|' || quote(registered) || '|' || quote(known) || '|' ||
                quote(policies) || '|' || quote(alike) || '|' || quote(failed)
            FROM list_lot ORDER BY id
            """),
        Table(
            "list_line",
            """
            SELECT quote(patient_id) || '|' || quote(lot_id) || '|' || quote(line)
            FROM list_line ORDER BY patient_id, lot_id, line
            """),
        Table(
            "card_merge",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(kept_id) || '|' ||
                quote(merged_id) || '|' || quote(kept_before) || '|' || quote(taken) || '|' ||
                quote(reason) || '|' || quote(merged_at) || '|' || quote(merged_by) || '|' ||
                quote(parted_at) || '|' || quote(parted_by) || '|' || quote(part_reason)
            FROM card_merge ORDER BY rowid
            """),
        Table(
            "strictness",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(hardened) || '|' || quote(softened)
            FROM strictness ORDER BY id
            """),
        Table(
            "family_link",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(representative_id) || '|' ||
                quote(person_id) || '|' || quote(role) || '|' || quote(word) || '|' || quote(basis) || '|' ||
                quote(valid_until) || '|' || quote(made_at) || '|' || quote(made_by) || '|' ||
                quote(ended_at) || '|' || quote(ended_by) || '|' || quote(end_reason)
            FROM family_link ORDER BY id
            """),
        Table(
            "act_on_behalf",
            """
            SELECT quote(id) || '|' || quote(link_id) || '|' || quote(visit_id) || '|' ||
                quote(consent_id) || '|' || quote(at_ms) || '|' || quote(acted_by)
            FROM act_on_behalf ORDER BY id
            """),
        Table(
            "death_note",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(patient_id) || '|' ||
                quote(died_on) || '|' || quote(basis) || '|' || quote(details) || '|' ||
                quote(noted_at) || '|' || quote(noted_by) || '|' || quote(struck_at) || '|' ||
                quote(struck_by) || '|' || quote(strike_reason)
            FROM death_note ORDER BY id
            """),
        Table(
            "attachment_place",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(clinic) || '|' ||
                quote(precinct) || '|' || quote(kind) || '|' || quote(closed)
            FROM attachment_place ORDER BY id
            """),
        Table(
            "particulars",
            """
            SELECT quote(patient_id) || '|' || quote(version) || '|' || quote(inn) || '|' ||
                quote(address_registered) || '|' || quote(address_actual) || '|' ||
                quote(address_same) || '|' || quote(attachment_id) || '|' ||
                quote(attached_since) || '|' || quote(changed_at) || '|' || quote(changed_by)
            FROM particulars ORDER BY patient_id
            """),
        Table(
            "further_phone",
            """
            SELECT quote(patient_id) || '|' || quote(place) || '|' || quote(phone) || '|' || quote(whose)
            FROM further_phone ORDER BY patient_id, place
            """),
        Table(
            "phone_confirmation",
            """
            SELECT quote(patient_id) || '|' || quote(phone) || '|' || quote(confirmed_at) || '|' ||
                quote(confirmed_by)
            FROM phone_confirmation ORDER BY patient_id
            """),
        Table(
            "shift",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(owner_id) || '|' ||
                quote(screen) || '|' || quote(opened_at) || '|' || quote(closed_at) || '|' ||
                quote(state) || '|' || quote(handed_to) || '|' || quote(taken_from) || '|' || quote(note)
            FROM shift ORDER BY id
            """),
        Table(
            "desk_key",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(prefix) || '|' ||
                quote(name) || '|' || quote(public_key) || '|' ||
                quote(added_at) || '|' || quote(added_by) || '|' ||
                quote(withdrawn_at) || '|' || quote(withdrawn_by) || '|' ||
                quote(withdraw_reason)
            FROM desk_key ORDER BY id
            """),
        Table(
            "document",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(doc_id) || '|' ||
                quote(sort) || '|' || quote(sequence) || '|' || quote(number) || '|' ||
                quote(patient_id) || '|' || quote(valid_from) || '|' ||
                quote(valid_to) || '|' || quote(product) || '|' ||
                quote(holder_tag) || '|' || quote(issued_on) || '|' ||
                quote(issued_at) || '|' || quote(issued_by) || '|' ||
                quote(state) || '|' || quote(ended_at) || '|' ||
                quote(ended_by) || '|' || quote(replaced_by) || '|' ||
                quote(revoke_reason)
            FROM document ORDER BY id
            """),
        Table(
            "printed_copy",
            """
            SELECT quote(id) || '|' || quote(version) || '|' ||
                quote(document_id) || '|' || quote(document_version) || '|' ||
                quote(number) || '|' || quote(key_id) || '|' || quote(counter) || '|' ||
                quote(token) || '|' || quote(why) || '|' || quote(made_at) || '|' ||
                quote(made_by) || '|' || quote(answer) || '|' || quote(answered_at)
            FROM printed_copy ORDER BY id
            """),
        Table(
            "audit",
            """
            SELECT quote(seq) || '|' || quote(at_ms) || '|' || quote(operator_id) || '|' ||
                quote(session_id) || '|' || quote(request) || '|' || quote(action) || '|' ||
                quote(subject_kind) || '|' || quote(subject_id) || '|' || quote(before_hash) || '|' ||
                quote(after_hash) || '|' || quote(operation) || '|' || quote(prev_hash) || '|' ||
                quote(hash)
            FROM audit ORDER BY seq
            """),
        Table(
            "outbox",
            """
            SELECT quote(seq) || '|' || quote(lineage) || '|' || quote(op_id) || '|' ||
                quote(type) || '|' || quote(schema) || '|' || quote(header) || '|' ||
                quote(payload) || '|' || quote(chain) || '|' || quote(made_ms)
            FROM outbox ORDER BY seq
            """),
        Table(
            "sync_state",
            """
            SELECT quote(id) || '|' || quote(received) || '|' || quote(safe) || '|' || quote(hlc)
            FROM sync_state ORDER BY id
            """),
        Table(
            "credential",
            """
            SELECT quote(operator_id) || '|' || quote(password_hash) || '|' ||
                quote(password_set_at) || '|' || quote(pin_hash) || '|' || quote(pin_set_at)
            FROM credential ORDER BY operator_id
            """),
        Table(
            "lockout",
            """
            SELECT quote(subject) || '|' || quote(failures) || '|' || quote(until_ms)
            FROM lockout ORDER BY subject
            """),
        Table(
            "session",
            """
            SELECT quote(id) || '|' || quote(digest) || '|' || quote(operator_id) || '|' ||
                quote(screen) || '|' || quote(opened_at) || '|' || quote(expires_at) || '|' ||
                quote(locked) || '|' || quote(active_at)
            FROM session ORDER BY id
            """),
        Table(
            "patient_view",
            """
            SELECT quote(session_id) || '|' || quote(patient_id)
            FROM patient_view ORDER BY session_id, patient_id
            """),
        Table(
            "draft",
            """
            SELECT quote(id) || '|' || quote(operator_id) || '|' || quote(form) || '|' ||
                quote(subject_id) || '|' || quote(saved_at) || '|' || quote(content)
            FROM draft ORDER BY id
            """),
        Table(
            "answer",
            """
            SELECT quote(operator_id) || '|' || quote(key) || '|' || quote(request_hash) || '|' ||
                quote(status) || '|' || quote(location) || '|' || quote(body) || '|' || quote(at_ms)
            FROM answer ORDER BY operator_id, key
            """),
        Table(
            "print_job",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(role) || '|' ||
                quote(purpose) || '|' || quote(subject_id) || '|' || quote(title) || '|' ||
                quote(size) || '|' || quote(asked_by) || '|' || quote(asked_at) || '|' ||
                quote(state) || '|' || quote(trouble) || '|' || quote(attempt) || '|' ||
                quote(number) || '|' || quote(cancel_wanted) || '|' || quote(changed_at) || '|' ||
                quote(format) || '|' || quote(content)
            FROM print_job ORDER BY id
            """),
    ]
}

extension Connection {
    package func lines(of tables: [Table]) throws -> [String] {
        try tables.flatMap { table in try all(table.lines) { table.name + ": " + $0.text(0) } }
    }
}

extension TestDesk {
    package func lines(of tables: [Table] = Table.all) throws -> [String] {
        try database.read { try $0.lines(of: tables) }
    }
}
