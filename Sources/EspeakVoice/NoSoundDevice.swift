/// Stands in for the function of libpcaudio by which eSpeak NG opens a sound device, and opens none.
///
/// eSpeak NG asks for a device when it starts, even if all samples are called for: that would
/// connect to the user's sound server, or start one, and write its cookie into the home folder.
/// What a program itself defines goes before what its libraries define (`ld.so(8)`).
@_cdecl("create_audio_device_object")
public func createAudioDeviceObject(
  _ device: UnsafePointer<CChar>?, _ application: UnsafePointer<CChar>?,
  _ description: UnsafePointer<CChar>?
) -> OpaquePointer? { nil }
