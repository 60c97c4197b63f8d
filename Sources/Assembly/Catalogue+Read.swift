internal import Host
package import Localization
internal import Wire

extension Catalogue {
    /// Reads `ru.json` and `en.json` of a folder.
    package static func read(folder: String) throws -> Catalogue {
        var documents: [Language: JSON] = [:]
        for language in Language.allCases {
            documents[language] = try document("\(folder)/\(language.rawValue).json")
        }
        return try Catalogue(documents)
    }

    private static func document(_ path: String) throws -> JSON {
        do {
            return try JSON(parsing: TextFile.read(path, limit: 4 << 20))
        } catch let fault as TextFile.Fault {
            let advice = "[www] directory names the folder that came with the program"
            throw CommandFault("\(path): \(fault); \(advice)", exit: .configuration)
        }
    }
}
