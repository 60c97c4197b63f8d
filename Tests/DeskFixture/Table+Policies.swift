internal import SQL

extension Table {
    static let policies: [Table] = [
        Table(
            "insurer",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(name) || '|' ||
                quote(former_names) || '|' || quote(closed)
            FROM insurer ORDER BY id, version
            """),
        Table(
            "programme",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(code) || '|' || quote(title) || '|' ||
                quote(insurer_id) || '|' || quote(coverage) || '|' || quote(clinics) || '|' ||
                quote(franchise_kopecks) || '|' || quote(franchise_percent) || '|' || quote(closed)
            FROM programme ORDER BY id, version
            """),
        Table(
            "requisites",
            """
            SELECT quote(version) || '|' || quote(name) || '|' || quote(legal_name) || '|' ||
                quote(address) || '|' || quote(phone) || '|' || quote(inn) || '|' || quote(licence) || '|' ||
                quote(email)
            FROM requisites ORDER BY version
            """),
        Table(
            "own_number",
            """
            SELECT quote(sequence) || '|' || quote(prefix) || '|' || quote(document_id)
            FROM own_number ORDER BY sequence
            """),
        Table(
            "issued_policy",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(kind) || '|' || quote(number) || '|' ||
                quote(number_key) || '|' || quote(own_sequence) || '|' || quote(patient_id) || '|' ||
                quote(insurer_id) || '|' || quote(insurer_version) || '|' || quote(valid_from) || '|' ||
                quote(valid_to) || '|' || quote(territory) || '|' || quote(sum_hundredths) || '|' ||
                quote(currency) || '|' || quote(latin_name) || '|' || quote(issued_at) || '|' ||
                quote(issued_by) || '|' || quote(changed_at) || '|' || quote(changed_by) || '|' ||
                quote(change_reason) || '|' || quote(revoked_for) || '|' || quote(revoked_note) || '|' ||
                quote(revoked_at) || '|' || quote(revoked_by) || '|' || quote(replaces_id) || '|' ||
                quote(replaced_by_id)
            FROM issued_policy ORDER BY id, version
            """),
        Table(
            "issued_policy_programme",
            """
            SELECT quote(policy_id) || '|' || quote(version) || '|' || quote(place) || '|' ||
                quote(programme_id) || '|' || quote(programme_version)
            FROM issued_policy_programme ORDER BY policy_id, version, place
            """),
        Table(
            "policy_link",
            """
            SELECT quote(id) || '|' || quote(patient_id) || '|' || quote(policy_id) || '|' ||
                quote(paper_id) || '|' || quote(linked_at) || '|' || quote(linked_by)
            FROM policy_link ORDER BY id
            """),
        Table(
            "certificate",
            """
            SELECT quote(id) || '|' || quote(version) || '|' || quote(own_sequence) || '|' ||
                quote(number) || '|' || quote(programme_id) || '|' || quote(programme_version) || '|' ||
                quote(valid_from) || '|' || quote(valid_to) || '|' || quote(first_id) || '|' ||
                quote(second_id) || '|' || quote(purchased_on) || '|' || quote(entry_due) || '|' ||
                quote(issued_at) || '|' || quote(issued_by) || '|' || quote(seat) || '|' ||
                quote(seated_at) || '|' || quote(seated_by) || '|' || quote(late_reason)
            FROM certificate ORDER BY id, version
            """),
    ]
}
