using System.Text;

namespace CorridorTwin.Scenarios.Tests.Studies;

/// <summary>A file that is gone after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string content, string name = "study.csv", Encoding? encoding = null)
        : this((encoding ?? new UTF8Encoding(false)).GetBytes(content), name) { }

    public TemporaryFile(byte[] content, string name = "study.csv")
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("study-").FullName;
        Path = System.IO.Path.Combine(Directory, name);
        File.WriteAllBytes(Path, content);
    }

    public string Directory { get; }

    public string Path { get; }

    public void Dispose() => System.IO.Directory.Delete(Directory, true);
}
