// PaperSampler WWW FOLDER: writes the papers that are drawn from plain values into a folder, and the hard
// cases of the engine. The suite Tests/Papers looks at them.

internal import Documents
internal import Glibc
internal import Reception

let only = getenv("ONLY").map { String(cString: $0) }
guard CommandLine.arguments.count == 3 else {
    print("usage: PaperSampler WWW FOLDER")
    exit(2)
}
let (www, folder) = (CommandLine.arguments[1], CommandLine.arguments[2])
let press = try PaperPress(logo: "\(folder)/logo.png")
let words = try Samples.stationery(www: www)
for (name, paper) in Samples.all(words) where only == nil || only == name {
    // Twice, with others between: the same paper is the same file.
    let bytes = try press.draw(paper)
    try Samples.write(bytes, to: "\(folder)/\(name).pdf")
}
for (name, paper) in Samples.all(words).reversed() {
    try Samples.write(try press.draw(paper), to: "\(folder)/\(name).again.pdf")
}
