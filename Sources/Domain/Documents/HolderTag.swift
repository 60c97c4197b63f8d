/// What ties a code to its holder without naming anybody: 8 bits of BLAKE2b-256 (its first byte) over the 80
/// bits of the document, the folded ФИО and the birth date as `1986-03-12`.
///
/// The document's bits are in the code, so a longer tag would let whoever photographs it search the birth
/// dates of a known name. Eight bits leave some 140 of them, and still catch a code that was moved to another
/// person's sheet in all but one case of 256.
package enum HolderTag {
    /// What the digest is made of.
    package static func message(_ document: DocID, _ person: Person) -> [UInt8] {
        let names = [person.surname, person.name, person.patronymic.text].compactMap(\.self)
        return document.bytes + Array(SearchText.fold(names.joined(separator: " ")).utf8)
            + Array(person.birthDate.iso.utf8)
    }
}
