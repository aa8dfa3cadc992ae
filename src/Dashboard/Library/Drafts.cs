using System.Text.Json;
using System.Text.RegularExpressions;
using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Pages.Scenarios;

namespace CorridorTwin.Dashboard.Library;

/// <summary>A form as it was left.</summary>
/// <param name="Revision">How often it was kept.</param>
/// <param name="Kept">When.</param>
/// <param name="Form">What was entered.</param>
public sealed record Draft(int Revision, DateTimeOffset Kept, ScenarioForm Form);

/// <summary>Unfinished scenarios, kept as they are typed: they outlive a reload and the program.</summary>
public sealed partial class Drafts(DataFolder data)
{
    private const int Most = 200;
    private readonly Lock gate = new();

    private string Folder => Path.Combine(data.Path, "drafts");

    /// <summary>A name for the draft of a scenario there is not yet.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N")[..12];

    /// <summary>The draft of changes to a scenario there is.</summary>
    public static string KeyOf(string id) => "edit-" + id;

    /// <summary>Whether a word may name a draft, and so a file.</summary>
    public static bool IsKey(string? key) => key is { Length: < 80 } && Form().IsMatch(key);

    /// <summary>A draft; null if there is none that can be read.</summary>
    public Draft? Find(string? key)
    {
        if (!IsKey(key) || KeptFile.Read(FileOf(key!)) is not { } text) return null;
        try
        {
            return JsonSerializer.Deserialize<Draft>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>All, newest first.</summary>
    public IReadOnlyList<(string Key, Draft Draft)> All() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Select(k => (k, Find(k))).Where(d => d.Item2 is not null).Select(d => (d.k, d.Item2!)).OrderByDescending(d => d.Item2.Kept),
    ];

    /// <summary>Keeps a draft, unless another page kept a later one.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="seen">The revision the page knows; null to keep it whatever stands there.</param>
    /// <param name="kept">What stands there now: this one, or the later one.</param>
    /// <returns>False if there is a later one.</returns>
    public bool Keep(string key, ScenarioForm form, int? seen, out Draft kept)
    {
        lock (gate)
        {
            Draft? there = Find(key);
            if (seen is { } revision && there is not null && there.Revision != revision)
            {
                kept = there;
                return false;
            }
            kept = new Draft((there?.Revision ?? 0) + 1, DateTimeOffset.UtcNow, form);
            if (there is null && Directory.Exists(Folder) && Directory.EnumerateFiles(Folder).Count() >= Most) throw new IOException($"There are {Most} drafts already.");
            KeptFile.Write(FileOf(key), JsonSerializer.Serialize(kept));
            return true;
        }
    }

    /// <summary>Forgets a draft.</summary>
    public void Discard(string? key)
    {
        if (!IsKey(key) || !Directory.Exists(Folder)) return;
        lock (gate) File.Delete(FileOf(key!));
    }

    private string FileOf(string key) => Path.Combine(Folder, key + ".json");

    [GeneratedRegex("^(edit-[a-z0-9]+(-[a-z0-9]+)*|[0-9a-f]{12})$")]
    private static partial Regex Form();
}
