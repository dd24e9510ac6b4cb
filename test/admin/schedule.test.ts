import { describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { Role } from '../../schema/user.ts';
import { changeSchedule } from '../../server/schedule/change-schedule.ts';
import { makeSite } from '../support/factory.ts';
import { comeBackUntil } from './support/coming-back.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database, now } = app.engine;

describe('the schedule of a site', () => {
  it('is not said to be paused where there never was one: it is made by its settings', async () => {
    const site = await makeSite(database);
    const { page, goto } = await app.visitAs(site.account);
    await goto(`/automation?site=${site._id}`);
    const panel = page.getByRole('region', { name: 'Schedule' });
    await panel.getByText('No schedule yet').waitFor();
    expect(await panel.getByRole('button').allInnerTexts()).toEqual(['Run now', 'Configure']);
    await panel.getByRole('button', { name: 'Configure' }).click();
    const dialog = page.getByRole('dialog', { name: 'Automation for' });
    await dialog.getByRole('switch', { name: 'Start runs by this schedule' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await panel.getByRole('button', { name: 'Pause schedule' }).click();
    await panel.getByText('Schedule paused').waitFor();
  });

  it('is switched on, moved and paused where it stands, and tells of its next five runs', async () => {
    const site = await makeSite(database, { timeZone: 'Europe/Berlin' });
    const stored = () => database.of(AutomationConfig).findOne({ site: site._id });
    for (const enabled of [true, false]) await changeSchedule(app.engine, site, { enabled });
    const { page, goto } = await app.visitAs(site.account);
    // The browser's day is the server's.
    await page.clock.setFixedTime(now());
    await goto(`/automation?site=${site._id}`);
    const panel = page.getByRole('region', { name: 'Schedule' });
    await panel.getByText('No run is scheduled').waitFor();
    await panel.getByRole('button', { name: 'Resume schedule' }).click();
    await panel.getByText('Next run: Tomorrow at 1:00 AM (in 11 hours)').waitFor();
    const then = panel.getByText('Then:');
    const at1 = ['Friday', 'Saturday', 'Sunday', 'Monday'].map((day) => `${day} at 1:00 AM`);
    expect(await then.innerText()).toBe(`Then: ${at1.join('; ')}`);
    await panel.getByLabel('At', { exact: true }).fill('03:30');
    await panel.getByLabel('At', { exact: true }).press('Enter');
    await panel.getByText('Tomorrow at 2:30 AM').waitFor();
    await expect.poll(() => then.innerText()).toBe(`Then: ${at1.join('; ').replaceAll('1:00', '2:30')}`);
    await panel.getByRole('combobox', { name: 'Frequency' }).click();
    await page.getByRole('option', { name: 'Weekly' }).click();
    await panel.getByText('Monday at 2:30 AM').first().waitFor();
    const inWeeks = ['Dec 15', 'Dec 22', 'Dec 29', 'Jan 5'].map((day) => `Mon, ${day} at 2:30 AM`);
    await expect.poll(() => then.innerText()).toBe(`Then: ${inWeeks.join('; ')}`);

    await panel.getByRole('button', { name: 'Pause schedule' }).click();
    await panel.getByText('No run is scheduled').waitFor();
    expect((await stored())?.schedule).toMatchObject({ enabled: false, frequency: 'weekly', time: '03:30' });
  });

  it('keeps what somebody else sets of it while its settings are open', async () => {
    const site = await makeSite(database);
    const stored = () => database.of(AutomationConfig).findOne({ site: site._id });
    const { page, goto } = await app.visitAs(site.account);
    await changeSchedule(app.engine, site, { enabled: true });
    await goto(`/automation?site=${site._id}`);
    const panel = page.getByRole('region', { name: 'Schedule' });
    await panel.getByRole('button', { name: 'Configure' }).click();
    const dialog = page.getByRole('dialog', { name: 'Automation for' });
    await dialog.getByLabel('At', { exact: true }).fill('03:30');
    await database
      .of(AutomationConfig)
      .updateOne({ site: site._id }, { $set: { 'schedule.frequency': 'weekly' } });
    const isWeekly = async () => (await page.locator('section').getByText('Weekly').count()) > 0;
    await comeBackUntil(page, isWeekly);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await stored())?.schedule).toMatchObject({ frequency: 'weekly', time: '03:30' });
  });

  it('is shown to who may but look, and not to be changed by them', async () => {
    const site = await makeSite(database);
    for (const enabled of [true, false]) await changeSchedule(app.engine, site, { enabled });
    const { page, goto } = await app.visitAs(site.account, Role.Viewer);
    await goto(`/automation?site=${site._id}`);
    const panel = page.getByRole('region', { name: 'Schedule' });
    await panel.getByText('No run is scheduled').waitFor();
    expect(await panel.getByRole('button').count()).toBe(0);
    expect(await panel.getByLabel('At', { exact: true }).isDisabled()).toBe(true);
  });
});
