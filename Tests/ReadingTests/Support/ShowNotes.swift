/// Texts in the manner of science show notes, written for these tests.
enum ShowNotes {
  /// A paragraph a line, a labelled reference, and a feed's boilerplate.
  static let sleep = """
    You spend about a third of your life asleep, and for most of that time your brain is anything but idle. In this episode we look at how the sleeping brain decides which of the day’s experiences to keep.
    Sleep comes in cycles of roughly ninety minutes. Each cycle moves through light sleep, deep slow-wave sleep, and rapid eye movement (REM) sleep, and the balance shifts as the night goes on: deep sleep rules the first hours, REM sleep the last.
    What happens to a new memory overnight? According to the theory of systems consolidation, fresh memories depend on the hippocampus, a small curved structure deep in the temporal lobe. During deep sleep the hippocampus replays the day’s activity in fast bursts called sharp-wave ripples, and the cortex listens. Over weeks the cortex learns to stand on its own.
    The evidence is surprisingly direct. In one classic study (Rasch et al., 2007), volunteers learned the locations of card pairs while smelling roses. When the same odor was released during slow-wave sleep, they remembered 97 percent of the pairs the next morning, compared with 86 percent without it. The odor did nothing during REM sleep or while awake.
    Not every memory is treated alike. Emotional memories, and those we expect to need later, seem to get priority. Dopamine released at the time of learning may act as a tag that marks an experience for replay. That could explain why students who know there will be a test remember more after a night of sleep than those who do not.
    Naps count too. A nap of 60 to 90 minutes that contains both deep and REM sleep can improve learning almost as much as a full night. Shorter naps of about twenty minutes restore alertness but leave memory largely untouched.
    What about the nights when we sleep badly? After a single night without sleep, the hippocampus responds less to new information, and the ability to form new memories drops by up to forty percent. Catching up on the weekend helps with fatigue, but lost consolidation does not seem to come back.
    Researchers are now testing whether deep sleep can be deepened. Quiet clicks timed to the brain’s own slow waves strengthen them, and in older adults the gain in slow waves goes along with better recall in the morning. The effect is small and not every laboratory has found it, so nobody should buy a headband just yet.
    The practical message is simple. Protect the first hours of the night, keep a regular schedule, and if you want to remember something, sleep on it.
    Reference: Rasch, B., Büchel, C., Gais, S., & Born, J. (2007). Odor cues during slow-wave sleep prompt declarative memory consolidation. Science, 315(5817), 1426–1429. https://doi.org/10.1126/science.1138581
    The post Why We Sleep on It first appeared on The Curious Cortex.

    """

  /// Headings of several shapes, a list, and a list of references.
  static let gut = """
    The Gut Talks Back

    Your intestine houses some 38 trillion bacteria, and they are not silent passengers. This week we follow the signals that travel between gut and brain.

    The vagus nerve

    The vagus nerve is the main cable between the abdomen and the brainstem. Four out of five of its fibers carry messages upward, from the organs to the brain.

    In mice, cutting the nerve abolishes the calming effect of certain strains of Lactobacillus (Bravo et al., 2011). Without the cable, the bacteria have no voice.

    SHORT-CHAIN FATTY ACIDS

    When bacteria ferment fiber they make acetate, propionate and butyrate. Butyrate feeds the cells of the colon and tightens the barrier between them.

    Key takeaways:
    - Eat thirty different plants a week.
    - Fermented foods raised microbial diversity in a ten-week trial.
    - Probiotics help with some conditions, but the strain matters.

    What we still do not know
    -------------------------

    Most of the evidence comes from mice that were raised without any bacteria at all, a state no human ever lives in. Trials in people are small and short.

    References

    Bravo, J. A., Forsythe, P., Chew, M. V., et al. (2011). Ingestion of Lactobacillus strain regulates emotional behavior. PNAS, 108(38), 16050–16055. https://doi.org/10.1073/pnas.1102999108

    Wastyk, H. C., Fragiadakis, G. K., & Perelman, D. (2021). Gut-microbiota-targeted diets modulate human immune status. Cell, 184(16), 4137–4153.

    """

  /// A header, wrapped lines, a broken word and a separator.
  static let coffee = """
    Title: Borrowed Wakefulness
    Show: Half-Life
    Author: Mara Lindqvist
    Date: March 3, 2024
    Language: en-GB

    Caffeine is the most widely used psychoactive drug in the world. Around
    eighty per cent of adults take it every day, most of them in coffee or
    tea, and few could say what it does.

    The short answer is that it blocks a signal. While we are awake, a mole-
    cule called adenosine builds up between the cells of the brain. It binds
    to receptors that slow the cells down, and the longer we stay up, the
    more of it there is. Caffeine has nearly the same shape as adenosine, so
    it fits the receptor, but it does not turn it on. The molecule sits there
    like a broken key in a lock.

    * * *

    Half of the dose is gone after about five hours, but that figure hides a
    great range. Smokers clear caffeine twice as fast. Women who take oral
    contraceptives need up to ten hours, and in late pregnancy the half-life
    can reach fifteen. A single gene, CYP1A2, accounts for much of the rest.

    Does coffee harm the heart? For decades doctors told patients with
    irregular heartbeats to give it up. A trial in which 100 people were told
    by text message each day whether to drink coffee found no more extra
    beats from the upper chambers on coffee days (Marcus et al., 2023).

    """

  static let all = [sleep, gut, coffee]
}
