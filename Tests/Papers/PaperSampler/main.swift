// PaperSampler WWW FOLDER: writes the papers that are drawn from plain values into a folder, and the hard
// cases of the engine; the suite Tests/Papers looks at them. With a number at the end it draws one policy so
// many times instead, for the bench, and leaves the letters that papers are set in beside it.

internal import Documents
internal import Glibc
internal import Reception

let arguments = CommandLine.arguments
guard arguments.count == 3 || arguments.count == 4 else {
    print("usage: PaperSampler WWW FOLDER [COUNT]")
    exit(2)
}
let folder = arguments[2]
let press = try PaperPress(logo: "\(folder)/logo.png")
let words = try Samples.stationery(www: arguments[1])

if arguments.count == 4 {
    for (number, letters) in try PaperFont.letters().enumerated() {
        try Samples.write(letters, to: "\(folder)/letters-\(number).ttf")
    }
    try Pace(press, Samples.dms.paper(words)).run(Int(arguments[3]) ?? 1)
} else {
    let papers = Samples.all(words)
    for (name, paper) in papers {
        try Samples.write(try press.draw(paper), to: "\(folder)/\(name).pdf")
    }
    // Again, with others between and in another order: the same paper is the same file.
    for (name, paper) in papers.reversed() {
        try Samples.write(try press.draw(paper), to: "\(folder)/\(name).again.pdf")
    }
}
