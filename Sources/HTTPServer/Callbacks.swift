internal import CMicrohttpd
internal import Glibc

// What libmicrohttpd calls, on its own threads. Functions, not closures: a closure at the top level of a
// program would belong to the main actor and trap on any other thread.
//
// Who owns what: the daemon's `Service` outlives the daemon (`Daemon` keeps it), so an unretained reference
// is enough. A `Connection` is retained from its start to its end, an `Exchange` from its request line to its
// completion; libmicrohttpd calls each of these four exactly once and in this order, on one thread at a time.

func service(_ context: UnsafeMutableRawPointer) -> Service {
    Unmanaged<Service>.fromOpaque(context).takeUnretainedValue()
}

func connectionChanged(
    _ context: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_ConnectionNotificationCode
) {
    guard let context, let handle, let slot else { return }
    if code == .CONNECTION_NOTIFY_STARTED {
        let connection = Connection(descriptor: frontdesk_mhd_socket(handle), now: Clock.milliseconds)
        service(context).connections.add(connection)
        slot.pointee = Unmanaged.passRetained(connection).toOpaque()
    } else if let kept = slot.pointee {
        let connection = Unmanaged<Connection>.fromOpaque(kept)
        service(context).connections.remove(connection.takeUnretainedValue())
        connection.release()
        slot.pointee = nil
    }
}

func requestLineArrived(
    _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ handle: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    guard let context, let target, let handle, let kept = frontdesk_mhd_context(handle) else { return nil }
    let connection = Unmanaged<Connection>.fromOpaque(kept).takeUnretainedValue()
    let length = strlen(target)
    let exchange = target.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
        service(context).begin(connection, target: UnsafeBufferPointer(start: bytes, count: length))
    }
    return Unmanaged.passRetained(exchange).toOpaque()
}

/// Called once with the complete header, then for each piece of a body, then once with the complete request.
func requestGrew(
    _ context: UnsafeMutableRawPointer?, _ handle: OpaquePointer?, _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ data: UnsafePointer<CChar>?,
    _ size: UnsafeMutablePointer<Int>?, _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let context, let handle, let url, let method, let version, let size, let kept = slot?.pointee else {
        return .NO
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(kept).takeUnretainedValue()
    let service = service(context)
    if exchange.head == nil {
        let head = Head(
            handle, method: method, target: url, targetLength: exchange.targetLength, version: version)
        let refusal = exchange.receive(head, limits: service.configuration)
        return refusal.map { service.refuse(exchange, $0, on: handle) } ?? .YES
    }
    if size.pointee > 0 {
        let fits = exchange.append(UnsafeRawBufferPointer(start: data, count: size.pointee))
        size.pointee = 0
        return fits ? .YES : service.cutOff(exchange)
    }
    return service.answer(exchange, on: handle)
}

func requestCompleted(
    _ context: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_RequestTerminationCode
) {
    guard let slot, let kept = slot.pointee else { return }
    let exchange = Unmanaged<Exchange>.fromOpaque(kept)
    _ = exchange.takeUnretainedValue().connection.advance(to: Phase(.idle, since: Clock.milliseconds))
    exchange.release()
    slot.pointee = nil
}
