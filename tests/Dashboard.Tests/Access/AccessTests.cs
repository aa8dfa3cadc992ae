using System.Net;
using CorridorTwin.Dashboard.Navigation;

namespace CorridorTwin.Dashboard.Tests.Access;

public class AccessTests
{
    private const string Token = "a-token-of-some-length";

    [Fact]
    public async Task A_post_that_comes_from_none_of_our_pages_is_turned_away()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        HttpResponseMessage answer = await browser.PostAsync("/runs", new FormUrlEncodedContent(RunningHost.Short().Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_what_is_not_ours()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        foreach (string path in PageModules.Links.Select(l => l.Path).Append("/nowhere"))
        {
            HttpResponseMessage answer = await browser.GetAsync(path);
            string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_refused()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Where_others_can_reach_it_only_the_token_opens()
    {
        await using RunningHost host = await RunningHost.Start(o => o with { Address = IPAddress.Any, Token = Token });
        using HttpClient browser = host.Browser(follow: false);
        foreach (string path in new[] { "/", "/runs", "/icon.svg", "/?token=another-token-of-length" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(path)).StatusCode);
        HttpResponseMessage entered = await browser.GetAsync($"/runs?lang=en&token={Token}");
        Assert.Equal("/runs?lang=en", entered.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(entered.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_without_being_read()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        HttpStatusCode? status = null;
        try
        {
            status = (await browser.PostAsync("/runs", new ByteArrayContent(new byte[8_000_000]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } })).StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server may also hang up while we still send.
        }
        Assert.True(status is null or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{status}");
    }
}
