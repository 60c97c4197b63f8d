internal import Application
internal import Domain
internal import HTTP
internal import Lists
internal import Localization
package import Threads

/// The work on lists, which outlives the requests that asked for it.
extension Console {
    // So long the writer is nobody's between two lots: a walk-in that waits for it gets it.
    private static let breathMilliseconds = 2

    /// A worker's whole life: waits for a list, works on it, waits for the next.
    package func workOnLists(until stop: StopToken) {
        while !stop.isStopped {
            _ = lists.state.wait(timeoutMilliseconds: 1000) { $0.stage.isWork ? true : nil }
            workOnList(until: stop)
        }
    }

    /// Does what there is to do for the list that is here, until it rests again.
    package func workOnList(until stop: StopToken) {
        let stage = lists.look { $0.stage }
        guard stage.isWork else { return }
        do {
            try stage == .checking ? checkList(stop) : takeList(stop)
        } catch {
            fail(error)
        }
    }

    private func checkList(_ stop: StopToken) throws {
        guard
            let (file, sender) = lists.look({ state in
                state.file.flatMap { file in
                    state.sender.map { (file, $0) }
                }
            })
        else { return }
        let list = try InsuredList(file)
        let errors = ListDesk.Errors(id: identities.next(), file: try house.listShelf.newFile())
        let work = ListWork(list, store: store, clock: clock, identities: identities)
        let progress = try work.check(
            takesAlike: false, hearing(errors.file, sender.language) { stop.isStopped })
        lists.state.change { state in
            guard let progress, !state.isStopWanted else {
                // It was stopped, behind its last lot too: nothing of it stays.
                state = ListDesk.State()
                return
            }
            guard progress.totals.lines > 0 else {
                state.stage = .refused
                state.refusal = Refusal(.listEmpty)
                return
            }
            state.list = list
            state.errors = errors
            state.checked = progress
            state.stage = .checked
        }
    }

    private func takeList(_ stop: StopToken) throws {
        let job = lists.look { state in
            state.file.flatMap { file in
                state.list.flatMap { list in
                    state.sender.map { (file, list, $0, state.takesAlike, state.checked.totals.lines) }
                }
            }
        }
        guard let (file, list, sender, takesAlike, lines) = job else { return }
        let errors = ListDesk.Errors(id: identities.next(), file: try house.listShelf.newFile())
        let work = ListWork(list, store: store, clock: clock, identities: identities)
        let done = try work.take(
            fileSHA256: file.sha256(), lines: lines, takesAlike: takesAlike, by: sender.author,
            hearing(errors.file, sender.language) { stop.wait(milliseconds: Console.breathMilliseconds) })
        lists.state.change { state in
            state.errors = errors
            state.progress = done.progress
            state.stage = done.run.ending == .finished ? .taken : .stopped
        }
    }

    private func hearing(
        _ errors: any ListFile, _ language: Language, isOver: @escaping () -> Bool
    ) -> ListWork.Hearing {
        let words = ListWords(catalogue: catalogue, language: language)
        let desk = lists
        return ListWork.Hearing(
            goOn: { progress in
                let isStopped = desk.state.change { state in
                    state.progress = progress
                    return state.isStopWanted
                }
                return !isOver() && !isStopped
            },
            remark: { remark in
                desk.state.change { $0.note(remark) }
            },
            left: { row in try errors.append(row) }, words: { words.text($0) })
    }

    private func fail(_ error: any Error) {
        let code = lists.state.change { state in
            if let refusal = error as? Refusal {
                state.refusal = refusal
                state.stage = .refused
                return nil as String?
            }
            let code = (error as? Fault)?.kind.code ?? "internal"
            state.faultCode = code
            state.stage = .failed
            return code
        }
        guard code != nil else { return }
        house.report(
            error, Request(method: .put, path: "/api/v1/lists/current", id: "list"))
    }
}
