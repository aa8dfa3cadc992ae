using System.Text.RegularExpressions;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CorridorTwin.Dashboard.Pages.Report;

/// <summary>Makes reports.</summary>
public sealed partial class ReportMaker(IServiceProvider services, IWebHostEnvironment host, InputFiles files)
{
    private readonly Lazy<(string Style, string Script)> parts = new(() => (Inside(Read(host, "dist/app.css")), Inside(Read(host, "dist/offline.js"))));

    /// <summary>What a report of a run carries.</summary>
    public Proof ProofOf(RunRecord run, ReportSubject subject, Tongue tongue) => Proof.Of(subject, InputCopies.Of(files.FolderOf(run.Inputs.Files)), tongue, run.Ended);

    /// <summary>The report as one page that needs nothing else.</summary>
    public string Page(ReportSubject subject, Proof proof)
    {
        var provider = new ProviderWith(services, new Reader(proof.Tongue, "auto", "/report", default));
        using var renderer = new HtmlRenderer(provider, services.GetRequiredService<ILoggerFactory>());
        return Seal.Close(renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<OfflineReport>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Subject"] = subject, ["Proof"] = proof, ["Style"] = parts.Value.Style, ["Script"] = parts.Value.Script,
        }))).ToHtmlString()).GetAwaiter().GetResult());
    }

    private static string Read(IWebHostEnvironment host, string path)
    {
        var file = host.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists) return "";
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    /// <summary>As it may stand inside an element: nothing in it ends the element or begins a comment.</summary>
    private static string Inside(string text) => Comment().Replace(End().Replace(text, @"<\/$1"), @"<\!--");

    [GeneratedRegex("</(script|style)", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex("<!--")]
    private static partial Regex Comment();

    /// <summary>The host's services with another reader: a report is written for whoever it says, not for who asks.</summary>
    private sealed class ProviderWith(IServiceProvider inner, Reader reader) : IServiceProvider
    {
        public object? GetService(Type type) => type == typeof(Reader) ? reader : inner.GetService(type);
    }
}
